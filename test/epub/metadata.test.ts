import { expect, test } from 'vitest';
import { seriesElements, subjectElements } from '../../pipeline/epub/package/collection.ts';
import { conformanceElements } from '../../pipeline/epub/package/conformance.ts';
import { contributorElements } from '../../pipeline/epub/package/contributors.ts';
import { identifierElements } from '../../pipeline/epub/package/identifier.ts';
import { rightsElements } from '../../pipeline/epub/package/rights.ts';
import { accessibilityElements } from '../../pipeline/epub/package/accessibility.ts';
import { wordsOf } from '../../pipeline/epub/words.ts';
import { serialiseXml } from '../../pipeline/xml/serialise.ts';
import { ace, aceRuns } from '../tools/ace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { document, elementsOf, fileOf, packageOf, textOf } from './bind.ts';
import { book, chapter, heading, metadata, paragraph } from './books.ts';
import { memoryBlobs } from './memory-blobs.ts';

const lines = (elements: readonly Parameters<typeof serialiseXml>[0][]): readonly string[] =>
  elements.map((element) => serialiseXml(element).split('\n')[1] ?? '');

const conformsTo = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';
const everything = metadata({
  subtitle: 'Three walks',
  authors: [{ name: 'Ann Author', sortName: 'Author, Ann' }],
  contributors: [
    { name: 'Tara Translator', role: 'translator', sortName: 'Translator, Tara' },
    { name: 'Nat', role: 'sound wizard' },
    { name: 'Harry' },
  ],
  publisher: 'Small Press',
  date: '2026-02-03',
  firstPublished: '1897',
  modified: '2026-02-03T10:00:00Z',
  identifier: 'urn:uuid:6f3a8d5e-0c5f-4d6f-9f3a-1d6a2f6d7b10',
  isbn: '978-3-16-148410-0',
  series: { name: 'Coasts', position: '2.1' },
  subjects: ['Boats', { name: 'FICTION / Sea Stories', scheme: 'BISAC', code: 'FIC047000' }, { name: 'Ships', scheme: 'https://example.org/list', code: '12' }],
  source: ['urn:isbn:0306406152'],
  rights: '© 2026 Ann Author',
  license: 'CC-BY-4.0',
  accessibility: { conformsTo, certifiedBy: 'Small Press', credential: 'Certified in 2026', report: 'https://example.org/report' },
}); // prettier-ignore
const small = book([chapter('c', [heading(1, 'h', 'The harbour'), paragraph('p', 'We came at noon.')])]);

test.skipIf(!epubCheckRuns)(
  'EPUBCheck finds nothing in a book with all metadata that there are',
  async () => {
    const blobs = memoryBlobs();
    const file = await fileOf({ slug: 'all', book: small, metadata: everything }, blobs);
    expect((await epubCheck(file)).faults).toEqual([]);
  },
);

test.skipIf(!aceRuns)('Ace finds nothing in a book with all metadata that there are', async () => {
  const blobs = memoryBlobs();
  const file = await fileOf({ slug: 'all', book: small, metadata: everything }, blobs);
  expect((await ace(file)).violations).toEqual([]);
});

test('every metadatum stands in its place in the package document', async () => {
  const blobs = memoryBlobs();
  const found = await packageOf({ slug: 'all', book: small, metadata: everything }, blobs);
  const metas = elementsOf(document(found, 'content.opf')).map((element) => {
    const { property, refines, rel } = element.attributes;
    return [refines, property ?? rel ?? element.name, textOf(element) || element.attributes['href']].filter(Boolean).join(' '); // prettier-ignore
  });
  expect(metas).toEqual(
    expect.arrayContaining([
      'dc:identifier urn:uuid:6f3a8d5e-0c5f-4d6f-9f3a-1d6a2f6d7b10',
      'dc:identifier urn:isbn:9783161484100',
      '#isbn identifier-type 15',
      'dc:creator Ann Author',
      '#contributor-1 file-as Author, Ann',
      'dc:contributor Tara Translator',
      '#contributor-2 role trl',
      '#contributor-2 file-as Translator, Tara',
      '#contributor-3 role sound wizard',
      '#contributor-4 role ctb',
      'dc:date 2026-02-03',
      'dcterms:issued 1897',
      'dc:source urn:isbn:0306406152',
      'belongs-to-collection Coasts',
      '#series collection-type series',
      '#series group-position 2.1',
      `dcterms:conformsTo ${conformsTo}`,
      '#conformance a11y:certifiedBy Small Press',
      '#certifier a11y:certifierCredential Certified in 2026',
      '#certifier a11y:certifierReport https://example.org/report',
      'dcterms:license https://creativecommons.org/licenses/by/4.0/',
    ]),
  );
});

test('an ISBN is the identifier where there is no other, and is named once', () => {
  expect(lines(identifierElements(metadata({ isbn: '0-306-40615-2' }), 'id'))).toEqual([
    '<dc:identifier id="id">urn:isbn:0306406152</dc:identifier>',
    '<meta refines="#id" property="identifier-type" scheme="onix:codelist5">02</meta>',
  ]);
  const both = metadata({ isbn: '978-3-16-148410-0', identifier: 'urn:isbn:9783161484100' });
  expect(lines(identifierElements(both, 'id'))).toHaveLength(2);
  expect(lines(identifierElements(metadata(), 'id'))).toHaveLength(1);
});

test('a contributor never creates, even where there is no author', () => {
  const [first] = lines(contributorElements([], [{ name: 'E', role: 'aut' }]));
  expect(first).toBe('<dc:contributor id="contributor-1">E</dc:contributor>');
});

test('a subject from a list carries the list and its code; a subject in words does not', () => {
  expect(lines(subjectElements(everything))).toEqual([
    '<dc:subject>Boats</dc:subject>',
    '<dc:subject id="subject-2">FICTION / Sea Stories</dc:subject>',
    '<meta refines="#subject-2" property="authority">BISAC</meta>',
    '<meta refines="#subject-2" property="term">FIC047000</meta>',
    '<dc:subject id="subject-3">Ships</dc:subject>',
    '<meta refines="#subject-3" property="authority">https://example.org/list</meta>',
    '<meta refines="#subject-3" property="term">12</meta>',
  ]);
});

test('a series may have no position; sources are named once', () => {
  expect(lines(seriesElements({ series: { name: 'Coasts' } }))).toHaveLength(2);
  expect(seriesElements({})).toEqual([]);
  const address = 'https://example.org/w';
  const twice = metadata({ source: [address], attribution: [{ source: address }] });
  expect(lines(rightsElements(twice))).toEqual([`<dc:source>${address}</dc:source>`]);
});

test('conformance is claimed only where a person claims it; a badge is a link', () => {
  expect(conformanceElements(undefined)).toEqual([]);
  const claim = { conformsTo, certifiedBy: 'A', credential: 'https://example.org/badge' };
  expect(lines(conformanceElements(claim)).at(-1)).toBe(
    '<link refines="#certifier" rel="a11y:certifierCredential" href="https://example.org/badge"/>',
  );
  const plain = lines(accessibilityElements(small, false)).join('\n');
  expect(plain).toContain('No person has certified it.');
  expect(lines(accessibilityElements(small, false, { claimed: true })).join('\n')).not.toContain('certified');
});

test('a book that is read aloud says so, and has no content for the ear alone', () => {
  const told = lines(accessibilityElements(small, false, { readAloud: true })).join('\n');
  expect(told).toContain('accessModeSufficient">auditory<');
  expect(told).toContain('accessibilityFeature">synchronizedAudioText<');
  expect(told).toContain('synthetic voice');
  expect(told).not.toContain('accessMode">auditory<');
  expect(lines(accessibilityElements(small, false)).join('\n')).not.toMatch(
    /auditory|synchronized|synthetic/,
  );
});

test.each([
  ['en', 'synthetic voice'],
  ['de-AT', 'synthetischen Stimme'],
  ['fr', 'voix de synthèse'],
  ['es', 'voz sintética'],
])('in %s the summary says that the voice is a %s', (language, words) => {
  const { words: own } = wordsOf(language);
  const all = { images: true, descriptions: true, readAloud: true, claimed: false };
  expect(own.summary(all)).toContain(words);
  expect(own.summary({ ...all, readAloud: false })).not.toContain(words);
});
