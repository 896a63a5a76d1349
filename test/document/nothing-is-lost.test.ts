import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Chapter } from '../../pipeline/document/model.ts';
import { parse } from '../../pipeline/document/parse-file.ts';
import { blocksText } from '../../pipeline/document/plain-text.ts';
import { plan } from '../../pipeline/narration/plan-narration.ts';

const settings = { code: 'read', notes: 'after-paragraph' } as const;

function chaptersOf(markdown: string): readonly Chapter[] {
  return parse({ path: 'a.md', markdown, form: 'file', language: 'en' }).chapters;
}

/** Markdown that is made of numbered words, so that each can be looked for. */
const pieces = fc.array(
  fc.constantFrom<(word: string) => string>(
    (word) => word,
    (word) => `*${word}*`,
    (word) => `**${word}**`,
    (word) => `\`${word}\``,
    (word) => `[${word}](https://example.org)`,
    (word) => `${word}.`,
    (word) => `“${word}?”`,
    (word) => `<b>${word}</b>`,
    (word) => `${word}\\\n`,
    (word) => `\n\n<div>${word}</div>\n\n`,
    (word) => `\n\n${word}\n\n`,
    (word) => `\n\n# ${word}\n\n`,
    (word) => `\n\n### ${word}\n\n`,
    (word) => `\n\n- ${word}\n`,
    (word) => `\n\n> ${word}\n\n`,
    (word) => `\n\n> said\n>\n> — ${word}\n\n`,
    (word) => `\n\n| ${word} | x |\n|---|---|\n| y | ${word}b |\n\n`,
    (word) => `\n\n    ${word}\n\n`,
    (word) => `\n\n:::unknown\n${word}\n:::\n\n`,
    (word) => `[^${word}]\n\n[^${word}]: ${word}\n\n`,
  ),
  { minLength: 1, maxLength: 25 },
);

describe('nothing that an author wrote goes missing', () => {
  test('every word is in the model, and every word of the model is spoken once', () => {
    fc.assert(
      fc.property(pieces, (made) => {
        const words = made.map((_, index) => `w${index}w`);
        const markdown = made.map((make, index) => make(words[index] ?? '')).join(' ');
        const chapters = chaptersOf(markdown);
        const shown = chapters
          .map((chapter) =>
            blocksText([
              ...chapter.blocks,
              ...chapter.notes.flatMap((note): readonly Block[] => note.blocks),
            ]),
          )
          .join(' ');
        const spoken = chapters
          .flatMap((chapter) => plan({ chapter, language: 'en', settings }).utterances)
          .filter(({ role }) => role !== 'announcement' && role !== 'label')
          .map(({ text }) => text)
          .join(' ');
        for (const word of words) {
          expect(shown).toContain(word);
          expect(spoken).toContain(word);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('any text at all becomes a model and a script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (markdown) => {
        for (const chapter of chaptersOf(markdown)) plan({ chapter, language: 'en', settings });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['one huge paragraph', 'Word after word goes on and on without an end '.repeat(20_000)],
    [
      '400 chapters',
      Array.from({ length: 400 }, (_, index) => `# Chapter ${index + 1}\n\nText.\n`).join('\n'),
    ],
    ['deep nesting', `${'> '.repeat(300)}deep`],
    [
      'deep lists',
      Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- item ${depth}`).join('\n'),
    ],
    ['deep HTML', `${'<div>'.repeat(300)}deep`],
  ])('%s is no trouble', (_, markdown) => {
    const chapters = chaptersOf(markdown);
    expect(chapters.length).toBeGreaterThan(0);
    for (const chapter of chapters)
      expect(plan({ chapter, language: 'en', settings }).utterances.length).toBeGreaterThan(0);
  });

  test('nesting without end is a problem, and not a crash', () => {
    const { chapters, problems } = parse({
      path: 'a.md',
      markdown: '<div>'.repeat(50_000),
      form: 'file',
      language: 'en',
    });
    expect(chapters).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['nested-too-deep']);
  });
});
