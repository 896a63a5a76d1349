/** espeak-ng, wherever it is installed: over a hundred languages, plainly a machine. A separate program, under the GPL. */
import SayPlatformLinux from 'say/platform/linux.js';
import type { ExportCommand, ExportRequest } from 'say/platform/base.js';
import { findEspeak } from '../espeak/find.ts';
import { writtenWords } from '../written-words.ts';
import type { SystemProgram, SystemVoice } from './system-program.ts';

class EspeakPlatform extends SayPlatformLinux {
  override buildExportCommand({ text, voice, filename }: ExportRequest): ExportCommand {
    if (voice === null || !voiceName.test(voice))
      throw new Error(`"${voice ?? ''}" is not the name of a voice of espeak-ng.`);
    return {
      command: 'espeak-ng',
      args: ['-v', voice, '-w', filename, '-b', '1', '--stdin'],
      pipedData: `${text}\n`,
      options: {},
    };
  }

  override getVoices(): { command: string; args: string[] } {
    return { command: 'espeak-ng', args: ['--voices'] };
  }
}

const voiceName = /^[a-z]{2,3}(?:-[a-z0-9-]+)?$/u;

/** ` 5  de              --/M      German             gmw/de               ` */
function parseVoice(line: string): SystemVoice[] {
  const found = /^\s*\d+\s+(?<tag>\S+)\s+\S+\s+(?<name>\S+)/u.exec(line)?.groups;
  const tag = found?.['tag'] ?? '';
  if (!voiceName.test(tag)) return [];
  let language: string | undefined;
  try {
    language = Intl.getCanonicalLocales(tag)[0];
  } catch {
    // Variants such as "en-us-nyc" have tags of its own making.
  }
  if (language === undefined) return [];
  return [
    {
      id: `espeak/${tag}`,
      engine: 'espeak',
      name: tag,
      languages: [language],
      sampleRate: 22_050,
      licence: 'GPL-3.0-or-later (espeak-ng)',
      description: (found?.['name'] ?? '').replaceAll('_', ' '),
    },
  ];
}

export const espeak: SystemProgram = {
  engine: 'espeak',
  needs: 'espeak-ng',
  deterministic: true,
  longestText: 1000,
  platform: () => new EspeakPlatform(),
  parseVoices: (printed) => {
    const voices = printed.split('\n').flatMap(parseVoice);
    return voices.filter(({ id }, index) => voices.findIndex((one) => one.id === id) === index);
  },
  // "[[" would begin phonemes.
  prepareText: (text) => ({
    spoken: text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/\[(?=\[)/gu, '[ '),
    words: writtenWords(text),
  }),
  identity: async (voice) => ({
    engine: 'espeak',
    version: (await findEspeak())?.version ?? null,
    voice: voice.name,
  }),
};
