import { dictionary } from 'cmu-pronouncing-dictionary';
import { expect, it } from 'vitest';
import { openDictionary } from '../../../pipeline/speech/english/dictionary.ts';

it('reads from the file what importing the module gives', () => {
  const opened = openDictionary();
  const entries = Object.entries(dictionary);
  expect(opened.size).toBe(entries.length);
  for (const [word, phonemes] of entries.filter((_, index) => index % 97 === 0)) {
    expect(opened.get(word)?.join(' '), word).toBe(phonemes.replace(/ ?#.*$/, ''));
  }
  expect(opened.get('no such word')).toBeUndefined();
  expect(opened.get('')).toBeUndefined();
});
