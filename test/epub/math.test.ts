import temml from 'temml';
import { expect, test } from 'vitest';
import { speakMath } from '../../pipeline/document/math/english/speak-math.ts';
import { linearMath } from '../../pipeline/document/math/linear-math.ts';
import { readTex, type Temml } from '../../pipeline/document/math/read-tex.ts';
import type { Block, Formula } from '../../pipeline/document/model.ts';
import type { EpubInput } from '../../pipeline/epub/epub-input.ts';
import { voicedOf } from '../../pipeline/epub/overlay/voiced.ts';
import { ace, aceRuns } from '../tools/ace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { document, elementsOf, fileOf, packageOf } from './bind.ts';
import { book, chapter, heading, metadata, paragraph } from './books.ts';
import { memoryBlobs } from './memory-blobs.ts';

/** One of each sign and shape that MathML Core has. */
const formulas = [
  'x^2 + 2x',
  'x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}',
  '\\sqrt[3]{x_i^2}',
  '\\sum_{i=1}^{n} i = \\binom{n+1}{2}',
  '\\int_0^\\infty e^{-x}\\,dx',
  '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
  '\\begin{align} a &= b + c \\\\ d &= e \\end{align}',
  '|x| = \\begin{cases} x & \\text{if } x \\ge 0 \\\\ -x & \\text{otherwise} \\end{cases}',
  'E = mc^2 \\tag{1}',
  '\\boxed{\\overline{AB} + \\underline{c} + \\vec{v} + \\hat{x} + \\underbrace{a + b}_{n}}',
  "f''(x) < 9.81\\,\\mathrm{m/s^2} \\phantom{x} \\tfrac12",
  '\\prescript{14}{6}{C} \\xrightarrow{k} \\color{red}{y}',
  '\\left\\| \\mathbf{v} \\right\\| \\ne \\lfloor \\alpha \\rfloor \\big( x \\bigr)',
];

function formula(id: string, tex: string, display: boolean): Formula {
  const read = readTex(tex, display, temml as unknown as Temml);
  if ('fault' in read) throw new Error(read.fault);
  return { id, tex, tree: read.tree, linear: linearMath(read.tree), alttext: speakMath(read.tree) };
}

/** Some stand alone only. */
const inLines = formulas.filter((tex) => !('fault' in readTex(tex, false, temml as unknown as Temml)));

const blocks: readonly Block[] = formulas.flatMap((tex, index): readonly Block[] => [
  ...(inLines.includes(tex)
    ? [paragraph(`p-${index}`, [{ type: 'math', ...formula(`in-${index}`, tex, false) }, ' in a line.'])]
    : []),
  { type: 'math', ...formula(`math-${index}`, tex, true) },
]);

function input(): EpubInput {
  const chapters = [
    chapter('c-1', [heading(1, 'h-1', 'Formulas'), ...blocks]),
    chapter('c-2', [heading(1, 'h-2', 'Words'), paragraph('p', 'Nothing to reckon.')]),
  ];
  return { book: book(chapters), metadata: metadata(), slug: 'formulas' };
}

test('a formula is MathML with its text alternative', async () => {
  const found = await packageOf(input(), memoryBlobs());
  const maths = elementsOf(document(found, 'c-1.xhtml')).filter(({ name }) => name === 'math');
  expect(maths).toHaveLength(formulas.length + inLines.length);
  expect(maths[0]?.attributes).toMatchObject({ id: 'in-0', alttext: 'x squared plus two x' });
  expect(maths[0]?.attributes['display']).toBeUndefined();
  expect(maths[1]?.attributes).toMatchObject({
    id: 'math-0',
    alttext: 'x squared plus two x',
    display: 'block',
  });
});

test('only the page that holds mathematics says so, and the book says that it is described', async () => {
  const found = await packageOf(input(), memoryBlobs());
  const items = elementsOf(document(found, 'content.opf')).filter(({ name }) => name === 'item');
  const withMath = items.filter(({ attributes }) => attributes['properties'] === 'mathml');
  expect(withMath.map(({ attributes }) => attributes['href'])).toEqual(['c-1.xhtml']);
  const text = JSON.stringify(document(found, 'content.opf'));
  expect(text).toContain('"MathML"');
  expect(text).toContain('"describedMath"');
});

test('a formula in lines of its own is voiced by itself, one in a line with its sentence', () => {
  const [first] = input().book.chapters;
  const voiced = first ? voicedOf(first).map(({ id }) => id) : [];
  expect(voiced.slice(0, 3)).toEqual(['h-1-s1', 'p-0-s1', 'math-0']);
  expect(voiced.filter((id) => id.startsWith('in-'))).toEqual([]);
});

test.skipIf(!epubCheckRuns)('EPUBCheck finds nothing in a book of formulas', async () => {
  const { faults } = await epubCheck(await fileOf(input(), memoryBlobs()));
  expect(faults).toEqual([]);
});

test.skipIf(!aceRuns)('Ace finds nothing in a book of formulas', async () => {
  expect(await ace(await fileOf(input(), memoryBlobs()))).toMatchObject({ outcome: 'pass', violations: [] });
});
