import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordEnglish } from '../../../pipeline/narration/english/word-english.ts';

/** The lines of a text that is spoken to a recogniser, or of what is expected to be heard. */
function lines(name: string): readonly string[] {
  const text = readFileSync(new URL(`../../fixtures-speech/${name}`, import.meta.url), 'utf8');
  return text.trimEnd().split('\n');
}

/** Words alone, without punctuation. */
function spoken(written: string): string {
  return wordEnglish(written, { language: 'en-US', fixed: [], off: [] })
    .map(({ text }) => text.replace(/[^\p{L}\p{M}'’-]/gu, '').replace(/^[’']|[’']$|-$/gu, ''))
    .join(' ');
}

test.each(['news', 'hard'])('%s.txt is said word for word as %s.spoken.txt has it', (name) => {
  const written = lines(`${name}.txt`);
  const expected = lines(`${name}.spoken.txt`);
  expect(expected.length).toBe(written.length);
  for (const [index, line] of written.entries()) expect(spoken(line), line).toBe(expected[index]);
});

test('the news is 600 words long, and the hard text has 150 sentences', () => {
  expect(lines('news.txt').join(' ').split(/\s+/u).length).toBeGreaterThanOrEqual(600);
  expect(lines('hard.txt').length).toBeGreaterThanOrEqual(150);
});
