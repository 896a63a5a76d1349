/** Linux: festival, by way of its program text2wave. */
import SayPlatformLinux from 'say/platform/linux.js';
import type { ExportCommand, ExportRequest } from 'say/platform/base.js';
import { englishTextVersion, toEnglishText } from '../english-text.ts';
import { holdsLetterOrDigit } from '../written-words.ts';
import { digestFolder } from './digest-folder.ts';
import type { SystemProgram, SystemVoice } from './system-program.ts';

/** The package's own Linux commands put text and voice into Scheme code; these keep the text on standard input. */
class FestivalPlatform extends SayPlatformLinux {
  override buildExportCommand({ text, voice, filename }: ExportRequest): ExportCommand {
    if (voice === null || !voiceFunction.test(voice))
      throw new Error(`"${voice ?? ''}" is not the name of a festival voice.`);
    return {
      command: 'text2wave',
      // -F: what the voice is declared to have, whatever is installed under its name.
      args: ['-o', filename, '-otype', 'riff', '-F', String(sampleRateOf(voice)), '-eval', `(${voice})`],
      pipedData: `${text}\n`,
      options: {},
    };
  }

  override getVoices(): { command: string; args: string[] } {
    return { command: 'festival', args: ['--batch', listVoices] };
  }
}

const voiceFunction = /^voice_\w+$/;

/** Prints a line a voice: name, folder, language, dialect, festival's version, with tabs between. What starts with "(" is run, not loaded. */
const listVoices = [
  '(mapcar (lambda (voice)',
  '(let ((about (cadr (voice.description voice))))',
  '(format t "%s\\t%s\\t%s\\t%s\\t%s\\n" voice (cdr (assoc voice voice-locations))',
  "(cadr (assoc 'language about)) (cadr (assoc 'dialect about)) festival_version)))",
  '(voice.list))',
].join(' ');

const dialects: Readonly<Record<string, string>> = { american: 'en-US', british: 'en-GB', scottish: 'en-GB' };

/** Its statistical (HTS) voices work at 32 kHz, all its others at 16. */
function sampleRateOf(voice: string): number {
  return voice.endsWith('_hts') ? 32_000 : 16_000;
}

/** Only voices that speak English: for others the text would have to be prepared and encoded as each expects. */
function parseVoice(line: string): SystemVoice[] {
  const [bare = '', folder = '', language = '', dialect = '', version = ''] = line.split('\t');
  const name = `voice_${bare}`;
  if (!voiceFunction.test(name) || !folder.startsWith('/') || !/english$/u.test(language)) return [];
  return [
    {
      id: `festival/${name}`,
      engine: 'festival',
      name,
      languages: [dialects[dialect] ?? (language === 'britishenglish' ? 'en-GB' : 'en-US')],
      sampleRate: sampleRateOf(name),
      licence: bare.startsWith('cmu_') ? 'BSD-style (Carnegie Mellon University)' : 'as its package says',
      folder,
      version,
    },
  ];
}

export const festival: SystemProgram = {
  engine: 'festival',
  needs: 'festival (text2wave) and a voice for it',
  deterministic: true,
  longestText: 1000,
  platform: () => new FestivalPlatform(),
  parseVoices: (printed) => printed.split('\n').flatMap(parseVoice),
  prepareText: (text) => {
    const { spoken, words } = toEnglishText(text);
    return {
      spoken,
      words: words.filter((word) => holdsLetterOrDigit(word.spoken)).map((word) => word.text),
    };
  },
  identity: async (voice) => ({
    engine: 'festival',
    version: voice.version ?? null,
    voice: voice.name,
    data: voice.folder === undefined ? null : await digestFolder(voice.folder),
    text: englishTextVersion,
  }),
};
