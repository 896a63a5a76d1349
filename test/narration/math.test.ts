import { describe, expect, test } from 'vitest';
import { loadMath } from '../../pipeline/document/math/load-math.ts';
import { parse } from '../../pipeline/document/parse-file.ts';
import { plan, scriptChapterSchema } from '../../pipeline/narration/plan-narration.ts';
import { word, type WordedUtterance } from '../../pipeline/narration/word-chapter.ts';

async function said(markdown: string, language = 'en'): Promise<readonly WordedUtterance[]> {
  const math = await loadMath(markdown);
  const { chapters, problems } = parse({ path: 'a.md', markdown, form: 'file', language }, math);
  expect(problems).toEqual([]);
  const [chapter] = chapters;
  if (!chapter) return [];
  const planned = plan({ chapter, language, settings: { code: 'announce', notes: 'after-paragraph' } });
  expect(scriptChapterSchema.parse(planned)).toEqual(planned);
  return word({ chapter: planned, lexicon: [] }).utterances;
}

describe('a formula in a sentence', () => {
  test('is said in words, and each word knows the formula that it voices', async () => {
    const [utterance] = await said('Let $$a^2$$ be 4.');
    expect(utterance?.text).toBe('Let a² be 4.');
    expect(utterance?.parts).toEqual([
      { language: 'en', text: 'Let a squared be four.', at: [0, 3, 4, 6, 4, 6, 7, 9, 10, 11], letters: [1] },
    ]);
  });

  test('has letters that are called by their names', async () => {
    const [utterance] = await said('A ratio: $$\\frac{a}{b}$$, a small one.');
    expect(utterance?.parts[0]?.text).toBe('A ratio: a over b, a small one.');
    expect(utterance?.parts[0]?.letters).toEqual([2, 4]);
  });

  test('is left in its line in a language whose words for it are not known', async () => {
    const [utterance] = await said('Die Fläche ist $$\\pi r^2$$.', 'de');
    expect(utterance?.parts[0]?.text).toBe('Die Fläche ist πr².');
  });

  test('is no formula between single dollars', async () => {
    const [utterance] = await said('Between $5 and $6 lies $$x$$.');
    expect(utterance?.parts[0]?.text).toBe('Between five dollars and six dollars lies x.');
  });
});

test('a formula in lines of its own is one utterance that voices it', async () => {
  const utterances = await said('Before.\n\n$$\nx^2\n$$\n\n```math\ny\n```\n\n$$z$$');
  expect(utterances.map(({ target, parts }) => [target?.split('-')[0], parts[0]?.text])).toEqual([
    ['p', 'Before.'],
    ['math', 'x squared'],
    ['math', 'y'],
    ['math', 'z'],
  ]);
});
