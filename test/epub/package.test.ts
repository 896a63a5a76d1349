import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../pipeline/document/model.ts';
import { layOut } from '../../pipeline/epub/layout.ts';
import { accessibilityElements } from '../../pipeline/epub/package/accessibility.ts';
import { contributorElements } from '../../pipeline/epub/package/contributors.ts';
import { identifierOf } from '../../pipeline/epub/package/identifier.ts';
import { uuid5 } from '../../pipeline/uuid5.ts';
import { isDate, modifiedInstant, toInstant } from '../../pipeline/epub/package/instant.ts';
import { rightsElements } from '../../pipeline/epub/package/rights.ts';
import { createNamer, wordsOfPath } from '../../pipeline/epub/safe-names.ts';
import { serialiseXml } from '../../pipeline/xml/serialise.ts';
import { book, chapter, figure, heading, image, imageFile, metadata, paragraph, passage } from './books.ts';

const lines = (elements: Parameters<typeof serialiseXml>[0][]): readonly string[] =>
  elements.map((element) => serialiseXml(element).split('\n')[1] ?? '');

test.each([
  ['2026', '2026-01-01T00:00:00Z'],
  ['2026-11', '2026-11-01T00:00:00Z'],
  ['2026-11-20', '2026-11-20T00:00:00Z'],
  ['2026-11-20T09:30', '2026-11-20T09:30:00Z'],
  ['2026-11-20T09:30:15.250Z', '2026-11-20T09:30:15Z'],
  ['2026-11-20T00:30:00+02:00', '2026-11-19T22:30:00Z'],
  ['2024-02-29', '2024-02-29T00:00:00Z'],
  ['2026-02-31', undefined],
  ['2026-13', undefined],
  ['last spring', undefined],
  ['', undefined],
])('the date %j is the instant %j', (written, instant) => {
  expect(toInstant(written)).toBe(instant);
  expect(isDate(written)).toBe(instant !== undefined);
});

test('a book was changed when its author says so, else when it appeared, else at a fixed time', () => {
  expect(modifiedInstant({ modified: '2026-11-21', date: '2025' })).toBe('2026-11-21T00:00:00Z');
  expect(modifiedInstant({ modified: 'yesterday', date: '2025' })).toBe('2025-01-01T00:00:00Z');
  expect(modifiedInstant({})).toBe('2000-01-01T00:00:00Z');
});

test('a name-based UUID is that of RFC 9562, A.4', () => {
  expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

test("the author's identifier is kept; a computed one depends on language, title and authors alone", () => {
  expect(identifierOf(metadata({ identifier: 'urn:isbn:9780000000000' }))).toBe('urn:isbn:9780000000000');
  const computed = identifierOf(metadata());
  expect(computed).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(identifierOf(metadata({ publisher: 'Another', date: '2030', modified: '2031' }))).toBe(computed);
  expect(identifierOf(metadata({ title: 'Another' }))).not.toBe(computed);
  expect(identifierOf(metadata({ authors: [{ name: 'Another' }] }))).not.toBe(computed);
});

test('authors create, others contribute; roles in words become MARC codes, unknown words stay', () => {
  const people = [{ name: 'A', sortName: 'a' }, { name: 'B', role: 'Translator' }, { name: 'C', role: 'ill' }, { name: 'D', role: 'muse' }];
  expect(lines([...contributorElements(people)])).toEqual([
    '<dc:creator id="contributor-1">A</dc:creator>',
    '<meta refines="#contributor-1" property="role" scheme="marc:relators">aut</meta>',
    '<meta refines="#contributor-1" property="file-as">a</meta>',
    '<dc:contributor id="contributor-2">B</dc:contributor>',
    '<meta refines="#contributor-2" property="role" scheme="marc:relators">trl</meta>',
    '<dc:contributor id="contributor-3">C</dc:contributor>',
    '<meta refines="#contributor-3" property="role" scheme="marc:relators">ill</meta>',
    '<dc:contributor id="contributor-4">D</dc:contributor>',
    '<meta refines="#contributor-4" property="role">muse</meta>',
  ]);
}); // prettier-ignore

test('a book without authors is by whom it has', () => {
  expect(lines([...contributorElements([{ name: 'E', role: 'editor' }])])[0]).toBe(
    '<dc:creator id="contributor-1">E</dc:creator>',
  );
});

test('rights are words, a licence is a link, sources with an address are named', () => {
  const attribution = ['Thanks', { work: 'W', source: 'https://example.org/w' }, { source: 'a drawer' }];
  expect(lines([...rightsElements(metadata({ rights: '© A', license: 'CC-BY-4.0', attribution }))])).toEqual([
    '<dc:rights>© A</dc:rights>',
    '<link rel="dcterms:license" href="https://creativecommons.org/licenses/by/4.0/"/>',
    '<dc:source>https://example.org/w</dc:source>',
  ]);
  expect(lines([...rightsElements(metadata({ license: 'ask me first' }))])).toEqual([
    '<dc:rights>ask me first</dc:rights>',
  ]);
  expect(lines([...rightsElements(metadata())])).toEqual([]);
});

const claims = (blocks: readonly Block[], images: Parameters<typeof book>[1] = {}, hasCover = false): readonly string[] =>
  lines([...accessibilityElements(book([chapter('c', blocks)], images), hasCover)]).flatMap((line) => /schema:access(?!ibilitySummary)(\w+)">(.*)</.exec(line)?.slice(1).join(' ') ?? []); // prettier-ignore
const photo = imageFile('a.png', { sha256: '0'.repeat(64), bytes: 1 });

test('a book of words claims words', () => {
  expect(claims([paragraph('p', 'Words')])).toEqual([
    'Mode textual',
    'ModeSufficient textual',
    'ibilityFeature ARIA',
    'ibilityFeature displayTransformability',
    'ibilityFeature readingOrder',
    'ibilityFeature tableOfContents',
    'ibilityFeature unlocked',
    'ibilityHazard none',
  ]);
});

test('images that say something, descriptions and headings are claimed where they are', () => {
  const description = { id: 'd', label: passage('l', 'Description'), blocks: [paragraph('dp', 'Long')] };
  const full = claims(
    [heading(1, 'h', 'H'), figure('f', { images: [image('i', 'a.png', 'alt')], description })],
    { images: [photo] },
  );
  expect(full).toEqual(
    expect.arrayContaining([
      'Mode visual',
      'ModeSufficient textual,visual',
      'ibilityFeature alternativeText',
      'ibilityFeature longDescription',
      'ibilityFeature structuralNavigation',
    ]),
  );
});

test('an image that only decorates is nothing to see; one that may move makes the hazard unknown', () => {
  const decorated = [figure('f', { images: [image('i', 'a.gif', '')] })];
  expect(claims(decorated, { images: [photo] })).not.toContain('Mode visual');
  expect(claims(decorated, { images: [{ ...photo, mediaType: 'image/gif' }] })).toContain(
    'ibilityHazard unknown',
  );
});

test('file names are safe everywhere, and differ in more than upper and lower case', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('toc', 'TOC', '..', 'a/b', 'CON'))),
      (paths) => {
        const name = createNamer(['toc.png']);
        const names = paths.map((path) => name(wordsOfPath(path), 'png'));
        expect(names.every((one) => /^[A-Za-z0-9_][A-Za-z0-9_-]*\.png$/.test(one))).toBe(true);
        expect(new Set([...names, 'toc.png'].map((one) => one.toLowerCase())).size).toBe(paths.length + 1);
      },
    ),
  );
});

test('a reference to a chapter or image that the book lacks is told', () => {
  const layout = layOut(book([chapter('c', [])]));
  expect(() => layout.image('a.png')).toThrow('an image “a.png”');
  expect(() => layout.chapterHref('d')).toThrow('a chapter “d”');
});
