import { x } from '../../xml/x.ts';
import type { Book, Chapter } from '../../document/model.ts';
import type { Metadata } from '../../source/metadata.ts';
import { files, type Layout } from '../layout.ts';
import type { Overlay } from '../overlay/overlays.ts';
import { nodesOf } from '../walk.ts';
import { serialiseXml } from '../../xml/serialise.ts';
import { identifierId, metadataElement } from './metadata.ts';
import { overlayElements } from './overlay-metadata.ts';

/** A file of the publication (EPUB 3.3, 5.6.2). */
type Item = {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  readonly properties?: string;
  readonly overlay?: string;
};

/** The overlays of the pages, and whose voice is heard. */
export type Narrated = { readonly overlays: readonly Overlay[]; readonly narrator: string };

const xhtml = 'application/xhtml+xml';

/** The package document: metadata, all files, and the reading order. */
export function packageDocument(
  book: Book,
  metadata: Metadata,
  layout: Layout,
  { overlays: unordered, narrator }: Narrated,
): string {
  // The contents stand where a reader of print expects them: behind the title page.
  const front = book.chapters.findIndex(({ kind }) => kind !== 'titlepage');
  const split = front === -1 ? book.chapters.length : front;
  const hrefs = layout.chapters.map(({ href }) => href);
  const order = [files.cover, ...hrefs.slice(0, split), files.contents, ...hrefs.slice(split)];
  const places = new Map(order.map((href, place) => [href, place]));
  const placeOf = ({ page }: Overlay): number => places.get(page) ?? order.length;
  // As the spine has their pages: checkers read overlays one after the other.
  const overlays = unordered.toSorted((a, b) => placeOf(a) - placeOf(b));
  const overlayItems = overlays.map(({ href }, index): Item => ({
    id: `overlay-${index + 1}`,
    href,
    mediaType: 'application/smil+xml',
  }));
  const audio = overlays.map(({ audio: { href } }, index): Item => ({
    id: `audio-${index + 1}`,
    href,
    mediaType: 'audio/mp4',
  }));
  const overlayOf = (page: string): Pick<Item, 'overlay'> => {
    const item = overlayItems[overlays.findIndex((overlay) => overlay.page === page)];
    return item === undefined ? {} : { overlay: item.id };
  };
  const contents: Item = {
    id: 'contents',
    href: files.contents,
    mediaType: xhtml,
    properties: 'nav',
    ...overlayOf(files.contents),
  };
  const ncx: Item = { id: 'ncx', href: files.ncx, mediaType: 'application/x-dtbncx+xml' };
  const style: Item = { id: 'style', href: files.style, mediaType: 'text/css' };
  const cover = layout.cover && {
    page: { id: 'cover', href: files.cover, mediaType: xhtml, ...overlayOf(files.cover) },
    image: {
      id: 'cover-image',
      href: layout.cover.href,
      mediaType: layout.cover.mediaType,
      properties: 'cover-image',
    },
  };
  const withMath = new Set(book.chapters.filter(holdsMath).map(({ id }) => id));
  const chapters = layout.chapters.map(({ id, href }, index): Item => ({
    id: `chapter-${index + 1}`,
    href,
    mediaType: xhtml,
    ...(withMath.has(id) && { properties: 'mathml' }),
    ...overlayOf(href),
  }));
  const images = layout.images.map(({ href, mediaType }, index): Item => ({
    id: `image-${index + 1}`,
    href,
    mediaType,
  }));
  const spine = [
    ...(cover ? [cover.page] : []),
    ...chapters.slice(0, split),
    contents,
    ...chapters.slice(split),
  ];
  const items = [
    ...[contents, ncx, style, ...(cover ? [cover.page, cover.image] : [])],
    ...[...chapters, ...images, ...overlayItems, ...audio],
  ];
  const lengths = overlays.map(({ milliseconds }, index) => ({
    item: overlayItems[index]?.id ?? '',
    milliseconds,
  }));
  const direction = book.direction === 'rtl' ? 'rtl' : undefined;
  return serialiseXml(
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': identifierId,
        'xml:lang': book.language,
        dir: direction,
      },
      '\n',
      metadataElement(book, metadata, cover?.image, overlayElements(lengths, narrator)),
      '\n',
      x('manifest', {}, ...items.flatMap((item) => ['\n', itemElement(item)]), '\n'),
      '\n',
      x(
        'spine',
        { toc: ncx.id, 'page-progression-direction': direction },
        ...spine.flatMap(({ id }) => ['\n', x('itemref', { idref: id })]),
        '\n',
      ),
      '\n',
    ),
  );
}

function holdsMath(chapter: Chapter): boolean {
  for (const { type } of nodesOf(chapter)) if (type === 'math') return true;
  return false;
}

function itemElement({ id, href, mediaType, properties, overlay }: Item): ReturnType<typeof x> {
  return x('item', { id, href, 'media-type': mediaType, properties, 'media-overlay': overlay });
}
