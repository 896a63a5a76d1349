import { describe, expect, it } from 'vitest';
import { americanSounds } from '../../../pipeline/speech/english/american-sounds.ts';
import { arpabet, settled } from '../../../pipeline/speech/english/arpabet.ts';
import { withS } from '../../../pipeline/speech/english/endings.ts';
import { heteronymPairs } from '../../../pipeline/speech/english/heteronym-pairs.ts';
import { heteronymWords } from '../../../pipeline/speech/english/heteronyms.ts';
import { otherSentences, pairSentences } from './heteronym-sentences.ts';
import { say } from './say.ts';

const fields = (line: string): string[] => line.split('|').map((field) => field.trim());
const sentences = (field: string): string[] => field.split('/').map((sentence) => sentence.trim());
const lines = (table: string): string[][] => table.trim().split('\n').map(fields);
const pairs = new Map(lines(heteronymPairs).map(([word = '', ...readings]) => [word, readings.map(arpabet)]));

/** How the word sounds in the sentence, without punctuation. */
function soundIn(sentence: string, word: string): string | undefined {
  const words = sentence.split(' ');
  const at = words.findIndex((other) => other.replace(/[^\p{L}]/gu, '').toLowerCase() === word.toLowerCase());
  return say(sentence)
    .split(' ')
    [at]?.replace(/[.,?!]/g, '');
}

/** The two readings of a pair, or of its plural. */
function readingsOf(word: string): string[] {
  if (word === 'houses') return ['hˈWzᵻz', 'hˈWzᵻz'];
  const stem = pairs.get(word) ?? pairs.get(word.slice(0, -1))?.map((reading) => withS(reading)) ?? [];
  return stem.map((phonemes) => americanSounds(settled({ letters: word, phonemes })));
}

describe('a word that is one word as a noun and another as a verb', () => {
  it.each(lines(pairSentences))('%s', (word = '', first = '', second = '') => {
    const [asFirst, asSecond] = readingsOf(word);
    for (const sentence of sentences(first)) expect(soundIn(sentence, word), sentence).toBe(asFirst);
    for (const sentence of sentences(second)) expect(soundIn(sentence, word), sentence).toBe(asSecond);
  });

  it('differs in its two readings', () => {
    for (const [word, [first, second]] of pairs) expect(first, word).not.toEqual(second);
  });

  it('is a noun where it stands alone, as a heading', () => {
    expect(say('Record')).toBe('ɹˈɛkəɹd');
    expect(say('Objects')).toBe('ˈɑbʤɛkts');
  });
});

describe('a word whose reading hangs on its sentence', () => {
  it.each(lines(otherSentences))('%s as %s', (word = '', sounds = '', texts = '') => {
    for (const sentence of sentences(texts)) expect(soundIn(sentence, word), sentence).toBe(sounds);
  });
});

it('has sentences for both readings of every word of the table of pairs', () => {
  const covered = new Set(lines(pairSentences).map(([word]) => word));
  const listed = new Set(heteronymWords());
  expect([...pairs.keys()].filter((word) => listed.has(word) && !covered.has(word))).toEqual([]);
});
