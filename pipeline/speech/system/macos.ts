/** macOS: the program `say`. */
import { release } from 'node:os';
import SayPlatformDarwin from 'say/platform/darwin.js';
import type { ExportCommand, ExportRequest } from 'say/platform/base.js';
import { writtenWords } from '../written-words.ts';
import type { SystemProgram, SystemVoice } from './system-program.ts';

const sampleRate = 22_050;

/** The package's own command has the text among the arguments, where one that starts with a dash is an option. */
class MacosPlatform extends SayPlatformDarwin {
  override buildExportCommand({ text, voice, filename }: ExportRequest): ExportCommand {
    return {
      command: 'say',
      args: [
        ...['-v', voice ?? ''],
        ...['-o', filename, '--file-format=WAVE', `--data-format=LEI16@${sampleRate}`],
        ...['-f', '-'],
      ],
      pipedData: `${text}\n`,
      options: {},
    };
  }

  override getVoices(): { command: string; args: string[] } {
    return { command: 'say', args: ['-v', '?'] };
  }
}

/** `Eddy (English (UK))   en_GB    # Hello! My name is Eddy.` */
function parseVoice(line: string): SystemVoice[] {
  const found = /^(?<name>[^\s#-][^#]*?)\s+(?<locale>[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*)\s+#/u.exec(line);
  const { name, locale } = found?.groups ?? {};
  if (name === undefined || locale === undefined) return [];
  return [
    {
      id: `say/${name}`,
      engine: 'say',
      name,
      languages: [locale.replaceAll('_', '-')],
      sampleRate,
      licence: 'macOS software licence, which limits the use of system voices',
    },
  ];
}

export const macos: SystemProgram = {
  engine: 'say',
  needs: 'the program "say" of macOS',
  // Its voices are updated with the system, and some vary from run to run.
  deterministic: false,
  longestText: 2000,
  platform: () => new MacosPlatform(),
  parseVoices: (printed) => printed.split('\n').flatMap(parseVoice),
  // "[[…]]" would be a command to the voice: rate, volume, silence, raw phonemes.
  prepareText: (text) => ({
    spoken: text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/\[(?=\[)/gu, '[ '),
    words: writtenWords(text),
  }),
  identity: (voice) => Promise.resolve({ engine: 'say', voice: voice.name, system: `macOS ${release()}` }),
};
