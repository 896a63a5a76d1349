import { expect, test } from 'vitest';
import { authoredSchema, toSettings } from '../../pipeline/source/authored.ts';

const read = (chapterDepth: unknown) =>
  authoredSchema.safeParse({ narration: chapterDepth === undefined ? {} : { chapterDepth } });

test('how deep marks go is from 1 to 6, and where the author says nothing it is not set', () => {
  for (const depth of [undefined, 1, 6]) {
    const { data } = read(depth);
    expect(data && toSettings(data).narration.chapterDepth).toBe(depth);
    expect(data).toBeDefined();
  }
});

test.each([0, 7, 1.5, '2', -1])('%j is told to be none', (depth) => {
  expect(read(depth).error?.issues.map(({ message }) => message)).toEqual([
    'should be a whole number from 1, for chapters alone, to 6',
  ]);
});
