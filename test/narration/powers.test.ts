import { expect, test } from 'vitest';
import { parse } from '../../pipeline/document/parse-file.ts';
import { plan } from '../../pipeline/narration/plan-narration.ts';
import { word } from '../../pipeline/narration/word-chapter.ts';

/** The first paragraph as it is written down for captions, and as it is said. */
function heard(markdown: string): readonly [string | undefined, string | undefined] {
  const [chapter] = parse({ path: 'a.md', markdown, form: 'file', language: 'en' }).chapters;
  if (!chapter) return [undefined, undefined];
  const planned = plan({
    chapter,
    language: 'en',
    settings: { code: 'announce', notes: 'after-paragraph' },
  });
  const [utterance] = word({ chapter: planned, lexicon: [] }).utterances;
  return [utterance?.text, utterance?.parts.map(({ text }) => text).join(' ')];
}

test.each([
  ['10<sup>3</sup> steps.', '10³ steps.', 'ten cubed steps.'],
  ['About 10<sup>−6</sup> of it.', 'About 10⁻⁶ of it.', 'About ten to the minus six of it.'],
  ['About 10<sup>+3</sup> of it.', 'About 10⁺³ of it.', 'About ten cubed of it.'],
  ['Then x<sup>n</sup> grows.', 'Then xⁿ grows.', 'Then x to the n grows.'],
  ['The 1<sup>st</sup> of them.', 'The 1st of them.', 'The first of them.'],
  ['So he said.<sup>3</sup> Then', 'So he said.³ Then', 'So he said. three Then'],
  ['Ca<sup>2+</sup> ions.', 'Ca2+ ions.', 'Ca two plus ions.'],
  ['A row <sup>3</sup> apart.', 'A row 3 apart.', 'A row three apart.'],
  ['Drink H<sub>2</sub>O.', 'Drink H2O.', 'Drink H two O.'],
])('%s', (markdown, written, said) => {
  const [text, words] = heard(markdown);
  expect(text).toBe(written);
  expect(words).toBe(said);
});
