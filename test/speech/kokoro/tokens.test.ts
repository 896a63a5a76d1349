import { expect, test } from 'vitest';
import { readTokenTable, tokenise } from '../../../pipeline/speech/kokoro/tokens.ts';

const signs = Array.from(';:,.!?—…"()“” abcdefghijklmnopqrstuvwxyzæðŋəɛɪʃʒʤʧˈˌːAIOWY');
const table = readTokenTable(
  JSON.stringify({ model: { vocab: Object.fromEntries(signs.map((sign, index) => [sign, index + 1])) } }),
);
const written = (ids: readonly number[]): string => ids.map((id) => signs[id - 1] ?? '?').join('');

test('words become numbers with a space between, and each knows which are its own', () => {
  const { ids, words } = tokenise(['ðə', 'kˈæt.'], table);
  expect(written(ids)).toBe('ðə kˈæt.');
  expect(words).toEqual([
    { begin: 0, end: 2 },
    { begin: 3, end: 7 },
  ]);
});

test('quotation marks and commas around a word are not its sound', () => {
  const { ids, words } = tokenise(['“nˈoʊ,”', 'ʃi'], table);
  expect(written(ids.slice(words[0]?.begin, words[0]?.end))).toBe('nˈoʊ'.replace('ʊ', ''));
  expect(written(ids).startsWith('“')).toBe(true);
});

test('a word without phonemes has no tokens and no space of its own', () => {
  const { ids, words } = tokenise(['kæt', '', 'kæt'], table);
  expect(written(ids)).toBe('kæt kæt');
  expect(words[1]).toEqual({ begin: 3, end: 3 });
});

test('what the table does not know is left out', () => {
  expect(written(tokenise(['k漢æt'], table).ids)).toBe('kæt');
});

test('a file that is no tokenizer is refused', () => {
  expect(() => readTokenTable('{"model":{"vocab":{}}}')).toThrow('no table');
});

test('a sign of silence that stands again before the next sound is left out', () => {
  expect(written(tokenise(['kæt?!?!?!…', '......'], table).ids)).toBe('kæt?!… .');
  expect(written(tokenise(['“kæt.”', '“kæt.”'], table).ids)).toBe('“kæt.” “kæt.”');
});
