/** The default voice is heard by the recogniser: is every word there, and is each said as an author means it? */
import { afterAll, describe, expect, test } from 'vitest';
import { sentenceEnds } from '../../../pipeline/document/sentences.ts';
import { wordEnglish } from '../../../pipeline/narration/english/word-english.ts';
import { canonicalWords } from '../../../pipeline/speech/recogniser/canonical-words.ts';
import { compareWords } from '../../../pipeline/speech/recogniser/compare-words.ts';
import { englishJudge } from '../../../pipeline/speech/recogniser/judge-hearing.ts';
import { fixtureLines, openListener } from './listen.ts';

const listener = await openListener();
afterAll(() => listener.dispose());
const patience = 900_000;

type Pair = { readonly expected: string; readonly heard: string };

/** The share of words that are heard otherwise. Prints it, with what differs, to be read when it grows. */
function errorRate(name: string, pairs: readonly Pair[]): number {
  const compared = pairs.map(({ expected, heard }) =>
    compareWords(canonicalWords(expected, wordEnglish), canonicalWords(heard, wordEnglish)),
  );
  const words = compared.reduce((sum, one) => sum + one.words, 0);
  const errors = compared.reduce((sum, one) => sum + one.errors, 0);
  const differing = compared
    .flatMap(({ differences }) => differences)
    .map(({ expected, heard }) => `“${expected.join(' ')}” heard as “${heard.join(' ')}”`);
  console.log(
    `${name}: ${errors} of ${words} words differ, ${((errors / words) * 100).toFixed(2)} %.\n${differing.join('\n')}`,
  );
  return errors / words;
}

function sentencesOf(paragraph: string): readonly string[] {
  const ends = [...sentenceEnds(paragraph, 'en'), paragraph.length];
  const sentences = ends.map((end, index) => paragraph.slice(ends[index - 1] ?? 0, end).trim());
  return sentences.filter((sentence) => sentence !== '');
}

describe('the recogniser', () => {
  test(
    'errs in at most 4 words of a hundred of the news text',
    async () => {
      const spoken = await fixtureLines('news.spoken.txt');
      const paragraphs = await fixtureLines('news.txt');
      const pairs = paragraphs.map(async (paragraph, index) => ({
        expected: spoken[index] ?? '',
        heard: (await Promise.all(sentencesOf(paragraph).map((sentence) => listener.hear(sentence)))).join(
          ' ',
        ),
      }));
      expect(errorRate('news', await Promise.all(pairs))).toBeLessThanOrEqual(0.04);
    },
    patience,
  );

  test(
    'errs in at most 8 words of a hundred of the text that was made to be hard',
    async () => {
      const spoken = await fixtureLines('hard.spoken.txt');
      const lines = await fixtureLines('hard.txt');
      expect(lines.length).toBeGreaterThanOrEqual(150);
      expect(lines).toHaveLength(spoken.length);
      const pairs = lines.map(async (line, index) => ({
        expected: spoken[index] ?? '',
        heard: await listener.hear(line),
      }));
      expect(errorRate('hard', await Promise.all(pairs))).toBeLessThanOrEqual(0.08);
      console.log(`${Math.round(listener.spoken())} seconds were spoken and heard.`);
    },
    patience,
  );

  test.each([
    ['a dropped word', 'The sum is not hard, said the engineer.', 'The sum is hard, said the engineer.'],
    [
      'another number',
      'The wall will cost eleven million dollars.',
      'The wall will cost seven million dollars.',
    ],
    ['a lost half', 'They left the town in May, and came back at Christmas.', 'They left the town in May.'],
  ])(
    'hears %s',
    async (_, meant, said) => {
      const judge = await englishJudge(wordEnglish);
      expect(judge(meant, await listener.hear(meant)).suspect).toBe(false);
      expect(judge(meant, await listener.hear(said)).suspect).toBe(true);
    },
    patience,
  );
});
