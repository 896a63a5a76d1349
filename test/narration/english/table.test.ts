import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { wordEnglish } from '../../../pipeline/narration/english/word-english.ts';

const table = readFileSync(new URL('table.txt', import.meta.url), 'utf8');
const britain = '[en-GB] ';

/** Spoken words as the table writes them: a star behind a letter that is named. */
function spoken(written: string, language: string): string {
  return wordEnglish(written, { language, fixed: [], off: [] })
    .map(({ text, letters }) => (letters ? text.replace(/\p{L}/u, '$&*') : text))
    .join(' ');
}

for (const section of table.split(/^# /mu).slice(1)) {
  const [title = '', ...lines] = section.split('\n');
  describe(title, () => {
    for (const line of lines.filter((one) => one.includes(' => '))) {
      test(line, () => {
        const isBritish = line.startsWith(britain);
        const [written = '', expected] = line.slice(isBritish ? britain.length : 0).split(' => ');
        expect(spoken(written, isBritish ? 'en-GB' : 'en-US')).toBe(expected);
      });
    }
  });
}

test('the table is long', () => {
  expect(table.split('\n').filter((line) => line.includes(' => ')).length).toBeGreaterThanOrEqual(400);
});
