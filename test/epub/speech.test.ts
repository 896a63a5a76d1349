import { expect, test } from 'vitest';
import type { Block, Inline, Mark } from '../../pipeline/document/model.ts';
import { chapterPage } from '../../pipeline/epub/content/chapter.ts';
import { layOut } from '../../pipeline/epub/layout.ts';
import { book, chapter, paragraph } from './books.ts';

const span = (about: Partial<Mark>, value: string): Mark => ({
  type: 'mark',
  tag: 'span',
  ...about,
  children: [{ type: 'text', value }],
});

test('what an author says of how a text is spoken is not shown; its language is', () => {
  const inlines: readonly Inline[] = [
    span({ speech: { say: 'two thirds' } }, '2/3'),
    { type: 'pause', seconds: 1 },
    span({ voice: 'anna', speech: { ipa: 'a' } }, ' of Kyiv, '),
    span({ lang: 'de', voice: 'anna' }, 'Zeit'),
  ];
  const blocks: readonly Block[] = [
    { ...paragraph('p'), sentences: [{ id: 'p-s1', children: inlines }], voice: 'anna' },
    { type: 'pause', id: 'pause-1', seconds: 2 },
  ];
  const one = chapter('c', blocks);
  const whole = book([one]);
  const markup = chapterPage(one, whole, layOut(whole), new Map());
  expect(/<p[^]*<\/p>/.exec(markup)?.[0]).toBe(
    '<p id="p"><span id="p-s1" class="sentence">2/3 of Kyiv, <span xml:lang="de" lang="de">Zeit</span></span></p>',
  );
  expect(markup).not.toMatch(/pause|anna|thirds/);
});
