import { addedPages, coverImageId } from '../../derived-ids.ts';
import type { Book } from '../../document/model.ts';
import type { BlobRef } from '../../engine/blob.ts';
import type { ReadAloud } from '../epub-input.ts';
import { files, type Layout } from '../layout.ts';
import { contentsLinesOf } from '../navigation/contents-lines.ts';
import { overlayClips } from './clips.ts';
import { smilDocument } from './smil.ts';
import type { WordsOfBook } from './words-of-book.ts';
import { voicedOf, type Voiced } from './voiced.ts';

/** A page's overlay and its audio. Addresses are relative to the package document's folder. */
export type Overlay = {
  /** The page that is voiced. */
  readonly page: string;
  readonly href: string;
  readonly text: string;
  readonly milliseconds: number;
  readonly audio: { readonly href: string; readonly blob: BlobRef };
};

/** One for each page of which something is heard: a page that no voice could read has none. */
export function overlaysOf(
  book: Book,
  layout: Layout,
  readAloud: ReadAloud,
  words: WordsOfBook,
): readonly Overlay[] {
  const pages = new Map(pagesOf(book, layout).map((page) => [page.id, page]));
  return readAloud.pages.flatMap(({ id, audio, ...times }): readonly Overlay[] => {
    const page = pages.get(id);
    if (page === undefined) throw new Error(`The book has no page ${id}, which is voiced.`);
    const clips = overlayClips(times, words);
    if (clips.length === 0) return [];
    const name = page.href.replace(/\.xhtml$/, '');
    const audioHref = `audio/${name}.m4a`;
    const text = smilDocument({
      text: `../${page.href}`,
      audio: `../${audioHref}`,
      voiced: withWords(page.voiced, words),
      clips,
    });
    const milliseconds = clips.reduce(
      (sum, { beginMilliseconds, endMilliseconds }) => sum + endMilliseconds - beginMilliseconds,
      0,
    );
    return [
      {
        page: page.href,
        href: `overlays/${name}.smil`,
        text,
        milliseconds,
        audio: { href: audioHref, blob: audio },
      },
    ];
  });
}

/** A sentence whose words are marked one by one is a group of them. */
function withWords(voiced: readonly Voiced[], words: WordsOfBook): readonly Voiced[] {
  return voiced.map((node): Voiced => {
    if ('inside' in node) return { ...node, inside: withWords(node.inside, words) };
    const own = words.get(node.id);
    return own === undefined ? node : { id: node.id, inside: own.map(({ id }) => ({ id })) };
  });
}

type VoicedPage = { readonly id: string; readonly href: string; readonly voiced: readonly Voiced[] };

function pagesOf(book: Book, layout: Layout): readonly VoicedPage[] {
  return [
    { id: addedPages.cover, href: files.cover, voiced: [{ id: coverImageId }] },
    {
      id: addedPages.contents,
      href: files.contents,
      voiced: contentsLinesOf(book).map(({ target }) => ({ id: target })),
    },
    ...book.chapters.map((chapter) => ({
      id: chapter.id,
      href: layout.chapterHref(chapter.id),
      voiced: voicedOf(chapter),
    })),
  ];
}
