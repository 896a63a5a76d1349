import { fromXml } from 'xast-util-from-xml';
import { expect, test } from 'vitest';
import { layOut } from '../../../pipeline/epub/layout.ts';
import { packageDocument } from '../../../pipeline/epub/package/package-document.ts';
import { elementsOf } from '../bind.ts';
import { memoryBlobs } from '../memory-blobs.ts';
import { structuredBook } from '../structured-book.ts';

/** A checker that reads overlays one after the other finds the texts in the order in which they are read. */
test('overlays stand in the manifest as their pages stand in the spine', () => {
  const { book, metadata } = structuredBook(memoryBlobs());
  const layout = layOut(book);
  const pages = ['toc.xhtml', ...layout.chapters.map(({ href }) => href)];
  const overlays = pages.map((page) => ({
    page,
    href: `overlays/${page.replace('.xhtml', '.smil')}`,
    text: '',
    audio: { href: `audio/${page.replace('.xhtml', '.m4a')}`, blob: { sha256: '0'.repeat(64), bytes: 1 } },
    milliseconds: 1000,
  }));
  const elements = elementsOf(
    fromXml(packageDocument(book, metadata, layout, { overlays, narrator: 'Ada' })),
  );
  const items = elements.filter(({ name }) => name === 'item').map(({ attributes }) => attributes);
  const spine = elements
    .filter(({ name }) => name === 'itemref')
    .map(({ attributes }) => attributes['idref']);
  const ofSpine = spine.flatMap((id) => items.find((item) => item['id'] === id)?.['media-overlay'] ?? []);
  expect(ofSpine).toHaveLength(pages.length);
  expect(items.filter((item) => item['media-type'] === 'application/smil+xml').map(({ id }) => id)).toEqual(
    ofSpine,
  );
});
