import type { Place, Problem } from '../problem.ts';
import { problems } from '../problems.ts';
import type { Metadata } from '../source/metadata.ts';
import { withIndex } from './book-index/with-index.ts';
import { withBookNotes } from './book-notes.ts';
import { creditsPage } from './credits-page.ts';
import { directionOf } from './direction.ts';
import { listsOf } from './lists-of.ts';
import type { Book, Chapter, ImageFile, ListOf } from './model.ts';
import { passageText } from './plain-text.ts';
import type { ParsedText } from './parse-text.ts';
import { resolveText, type ResolvedImage } from './resolve.ts';
import { titlePage } from './title-page.ts';

export type AssembleInput = {
  readonly metadata: Metadata;
  readonly form: 'file' | 'folder';
  readonly place: Place;
  readonly texts: readonly ParsedText[];
  readonly images: readonly ImageFile[];
  readonly resolvedImages: readonly ResolvedImage[];
  /** What the contents page lists beside the chapters. */
  readonly lists?: readonly ListOf['kind'][] | undefined;
  /** Whether notes stand in their chapters, or all in one of their own. */
  readonly notes?: 'chapter' | 'book' | undefined;
};

/**
 * The texts of a publication become one book: links find their targets, and title page and credits are added. It is no stage:
 * of a long book the result takes several times longer to be checked, written and read again than to be made.
 */
export function assembleBook({
  metadata,
  form,
  place,
  texts,
  images,
  resolvedImages,
  lists = [],
  notes = 'chapter',
}: AssembleInput): { readonly book: Book; readonly problems: readonly Problem[] } {
  const title = titlePage(metadata);
  const own = form === 'file' ? texts.map((text) => withoutTitleAlone(text, metadata.title, title)) : texts;
  const resolved = own.map((text) => resolveText(text, own, resolvedImages));
  const written = resolved.flatMap((text) => text.chapters);
  const noted = notes === 'book' ? withBookNotes(written, metadata.language) : written;
  const terms = texts.flatMap((text) => text.terms);
  const { chapters, problems: ofIndex } = withIndex(noted, terms, metadata.language);
  const found: Problem[] = [...resolved.flatMap((text) => text.problems), ...ofIndex, ...pagesTwice(texts)];
  if (chapters.length === 0) found.push(problems.emptyPublication(place));
  const credits = creditsPage(metadata, chapters);
  const all = [title, ...chapters, ...(credits ? [credits] : [])];
  const used = new Set(all.flatMap((chapter) => imagePaths(chapter)));
  const book: Book = {
    language: metadata.language,
    direction: directionOf(metadata.language),
    title: metadata.title,
    chapters: all,
    ...listsOf(all, lists),
    images: images.filter(({ path }) => used.has(path)),
  };
  return { book, problems: found };
}

/** Readers go to pages by number: a number that was there already leads them astray. */
function pagesTwice(texts: readonly ParsedText[]): readonly Problem[] {
  const known = new Set<string>();
  return texts
    .flatMap(({ pages }) => pages)
    .flatMap(({ place, written }) => {
      if (known.has(written)) return [problems.pageTwice(place, written)];
      known.add(written);
      return [];
    });
}

/** In a file whose chapters begin at level 2, the title is on the title page already; alone it is no chapter. */
function withoutTitleAlone(text: ParsedText, title: string, page: Chapter): ParsedText {
  const [first, ...rest] = text.chapters;
  const [only, second] = first?.blocks ?? [];
  if (!first || rest.length === 0 || only?.type !== 'heading' || second || first.notes.length > 0)
    return text;
  if (passageText(only) !== title) return text;
  const target = { chapter: page.id, id: page.blocks[0]?.id ?? page.id };
  return {
    ...text,
    chapters: rest,
    anchors: text.anchors.map((anchor) => (anchor.chapter === first.id ? { ...anchor, ...target } : anchor)),
  };
}

function imagePaths(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(imagePaths);
  if (typeof value !== 'object' || value === null) return [];
  const { type, path } = value as { type?: unknown; path?: unknown };
  return type === 'image' && typeof path === 'string' ? [path] : Object.values(value).flatMap(imagePaths);
}
