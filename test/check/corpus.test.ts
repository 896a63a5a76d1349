/** What the test corpus of the W3C’s epubcheck shows that a producer can do wrong: done to a book of Lectern, it is seen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { quickCheck } from '../../pipeline/check/quick-check.ts';
import { unzip } from '../epub/unzip.ts';
import { buildAloud } from '../helpers/build-aloud.ts';
import { writeFiles } from '../helpers/workplace.ts';
import { accessibilityRows } from './corpus/accessibility.ts';
import { navigationRows } from './corpus/navigation.ts';
import { overlayRows } from './corpus/overlays.ts';
import type { CorpusRow, Edit, Part } from './corpus/row.ts';
import { richBook } from './rich-book.ts';
import { change, pack, type Parts } from './small-epub.ts';

const rows = [...overlayRows, ...navigationRows, ...accessibilityRows];
let whole: Parts;
let page: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-corpus-'));
  try {
    await writeFiles(join(folder, 'book'), richBook);
    const options = { folder, out: join(folder, 'out'), formats: ['m4b'] } as const;
    const built = await buildAloud(join(folder, 'book'), options);
    if (built === undefined) throw new Error('The rich book was not built.');
    const entries = await unzip(built.epub);
    const isText = (name: string): boolean => !/\.(png|m4a)$/.test(name);
    whole = Object.fromEntries(entries.map(({ name, bytes }) => [name, isText(name) ? bytes.toString() : bytes])); // prettier-ignore
    page = Object.keys(whole).find((name) => String(whole[name]).includes('<figure')) ?? '';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

const nameOf = (part: Part): string =>
  ({
    package: 'OEBPS/content.opf',
    contents: 'OEBPS/toc.xhtml',
    contentsOverlay: 'OEBPS/overlays/toc.smil',
    page,
    overlay: page.replace('OEBPS/', 'OEBPS/overlays/').replace('.xhtml', '.smil'),
    style: 'OEBPS/style.css',
  })[part];

/** In what is put in, PAGE is the file of the longest chapter, and CHAPTER the id of it. */
function edited(edits: readonly Edit[]): Parts {
  const file = page.replace('OEBPS/', '');
  const filled = (to: string): string => to.replaceAll('PAGE', file).replaceAll('CHAPTER', file.replace('.xhtml', '')); // prettier-ignore
  return edits.reduce((parts, [part, from, to]) => change(parts, nameOf(part), from, filled(to)), whole);
}

const codesOf = async (parts: Parts): Promise<readonly string[]> => [
  ...new Set((await quickCheck(await pack(parts))).map(({ code }) => code)),
];

test('of the book as Lectern makes it nothing is told', async () => {
  expect(await codesOf(whole)).toEqual([]);
});

describe('is seen before an output is replaced', () => {
  const breakable = rows.filter(
    (row): row is CorpusRow & { breaks: readonly Edit[] } => !('cannot' in row.breaks),
  );
  test.each(breakable)('$scenario: $violation', async ({ breaks, found = [] }) => {
    const codes = await codesOf(edited(breaks));
    expect(codes.filter((code) => found.includes(code)), `found ${codes.join(', ')}`).not.toEqual([]);
  }); // prettier-ignore
});

test('every row stands there once, and tells how Lectern avoids it; what no change shows tells why', () => {
  const names = rows.map(({ scenario }) => scenario);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  for (const { violation, avoided, breaks, found } of rows) {
    expect([violation, avoided]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
    if ('cannot' in breaks) expect(breaks.cannot).toMatch(/\.$/);
    else expect(found?.length).toBeGreaterThan(0);
  }
});
