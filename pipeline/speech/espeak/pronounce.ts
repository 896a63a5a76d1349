import type { SpokenWord } from '../../narration/spoken-word.ts';
import type { PronouncedWord, Pronouncer } from '../engine.ts';
import type { Espeak } from './find.ts';
import { runEspeak } from './run.ts';
import { toKokoro } from './to-kokoro.ts';

/** Raised when equal words would get other phonemes from the same program. */
const version = 1;

/** Between the words that one written word is said as ("14": "quatorze"; "1914"): a space that parts no two spoken words. */
export const innerSpace = '_';

/** Phonemes of a language from espeak-ng, in Kokoro's signs. */
export function createEspeakPronouncer(
  { program, version: programVersion }: Espeak,
  language: string,
): Pronouncer {
  const voice = language.toLowerCase();

  /** A list of words for each line. */
  async function ask(lines: readonly string[], signal: AbortSignal): Promise<readonly (readonly string[])[]> {
    const asked: string[][] = [];
    for (const line of lines) {
      const printed = await runEspeak(
        program,
        ['-q', '--ipa', '--tie=^', '-b', '1', '-v', voice],
        `${line}\n`,
        signal,
      );
      asked.push(printed.split(/\s+/u).filter((word) => word !== ''));
    }
    return asked;
  }

  return {
    identity: { program: 'espeak-ng', version: programVersion, language: voice, mapping: version },
    pronounce: async (words, signal) => {
      const plain = words.map(({ text }) => speakable(text));
      const [together = []] = await ask([plain.join(' ')], signal);
      // Where every word came back as one, the sentence as a whole is the better source: it knows what stands beside what.
      const sounds =
        together.length === words.length
          ? together
          : (await ask(plain, signal)).map((parts) => parts.join(innerSpace));
      return words.map((word, index) => soundOf(word, sounds[index] ?? ''));
    },
  };
}

/** "[[" would begin phonemes. */
function speakable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}[\]{}<>]/gu, '');
}

/** The punctuation that Kokoro hears stays at the word. */
function soundOf({ text, ipa }: SpokenWord, sound: string): PronouncedWord {
  const before = /^[“"(]+/u.exec(text)?.[0] ?? '';
  const after = /[;:,.!?—…”")]+$/u.exec(text)?.[0] ?? '';
  const phonemes = toKokoro(ipa ?? sound);
  return {
    phonemes: phonemes === '' ? '' : before + phonemes + after,
    source: ipa === undefined ? 'dictionary' : 'author',
  };
}
