/** Windows: SAPI, through PowerShell. */
import { release } from 'node:os';
import SayPlatformWin32 from 'say/platform/win32.js';
import type { ExportCommand, ExportRequest } from 'say/platform/base.js';
import { writtenWords } from '../written-words.ts';
import type { SystemProgram, SystemVoice } from './system-program.ts';

const sampleRate = 22_050;

/**
 * The package's own command line holds voice and file name as code, and goes through a shell. Here the script never changes:
 * voice and file are environment variables, the text is standard input, and no shell is between.
 */
class WindowsPlatform extends SayPlatformWin32 {
  override buildExportCommand({ text, voice, filename }: ExportRequest): ExportCommand {
    return {
      ...powershell(speakScript),
      pipedData: text,
      options: {
        env: { ...process.env, LECTERN_VOICE: voice ?? '', LECTERN_FILE: filename },
        windowsHide: true,
      },
    };
  }

  override getVoices(): { command: string; args: string[] } {
    return powershell(voicesScript);
  }
}

/** Only single quotes in the scripts: the command line that Windows hands on has double ones around them. */
function powershell(script: readonly string[]): { command: string; args: string[] } {
  return { command: 'powershell', args: ['-NoProfile', '-NonInteractive', '-Command', script.join('; ')] };
}

const openSynthesizer = [
  // Else an error is printed, and the exit code says that all is well.
  "$ErrorActionPreference = 'Stop'",
  'Add-Type -AssemblyName System.Speech',
  '$speech = New-Object System.Speech.Synthesis.SpeechSynthesizer',
];

const speakScript = [
  ...openSynthesizer,
  '$reader = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), [System.Text.Encoding]::UTF8)',
  '$speech.SelectVoice($env:LECTERN_VOICE)',
  `$format = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo(${sampleRate}, [System.Speech.AudioFormat.AudioBitsPerSample]::Sixteen, [System.Speech.AudioFormat.AudioChannel]::Mono)`,
  '$speech.SetOutputToWaveFile($env:LECTERN_FILE, $format)',
  '$speech.Speak($reader.ReadToEnd())',
  '$speech.Dispose()',
];

/** Prints a line a voice: name, tab, culture. */
const voicesScript = [
  ...openSynthesizer,
  '[Console]::OutputEncoding = [System.Text.Encoding]::UTF8',
  '$speech.GetInstalledVoices() | Where-Object { $_.Enabled } | ForEach-Object { $_.VoiceInfo.Name + [char]9 + $_.VoiceInfo.Culture.Name }',
];

function parseVoice(line: string): SystemVoice[] {
  const found = /^\uFEFF?(?<name>[^\t\r]+)\t(?<culture>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\r?$/u.exec(line);
  const { name, culture } = found?.groups ?? {};
  if (name === undefined || culture === undefined) return [];
  return [
    {
      id: `say/${name}`,
      engine: 'say',
      name,
      languages: [culture],
      sampleRate,
      licence: 'Windows licence terms',
    },
  ];
}

export const windows: SystemProgram = {
  engine: 'say',
  needs: 'Windows PowerShell with System.Speech',
  deterministic: false,
  longestText: 2000,
  platform: () => new WindowsPlatform(),
  parseVoices: (printed) => printed.split('\n').flatMap(parseVoice),
  prepareText: (text) => ({ spoken: text.replace(/[\p{Cc}\p{Cs}]/gu, ' '), words: writtenWords(text) }),
  identity: (voice) => Promise.resolve({ engine: 'say', voice: voice.name, system: `Windows ${release()}` }),
};
