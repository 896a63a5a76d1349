import { expect, test } from 'vitest';
import { isKnownLanguage, languageTag } from '../pipeline/language-tag.ts';

test.each(['en', 'en-GB', 'gsw', 'hsb', 'uk', 'zh-Hant-TW', 'aak', 'qaa', 'und', 'tlh', 'sr-Latn'])(
  '%s is a language',
  (tag) => {
    expect(isKnownLanguage(tag)).toBe(true);
  },
);

test.each(['xx', 'qq', 'zz'])('%s has the form of a language and is none', (tag) => {
  expect(languageTag(tag)).toBeDefined();
  expect(isKnownLanguage(tag)).toBe(false);
});
