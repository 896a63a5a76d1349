/** What players are told of a book: its tags, the headings that get marks, and the pictures of those. */
import type { BookTags } from '../audio/tags/book-tags.ts';
import { markPicture } from '../audio/tags/mark-picture.ts';
import type { MarkedSection, MarkImage } from '../audio/chapter-marks.ts';
import type { Block, Book, Chapter, Heading, Section } from '../document/model.ts';
import { authorNames } from '../document/words.ts';
import { mapLimited } from '../engine/map-limited.ts';
import { isbnOf } from '../isbn.ts';
import { primaryLanguage } from '../language-tag.ts';
import { spokenWordsOf } from '../narration/words.ts';
import type { Metadata } from '../source/metadata.ts';
import type { Publication } from '../source/publication.ts';
import type { Sound } from './builds.ts';

export function tagsOf({ metadata }: Publication, book: Book): BookTags {
  const { title, subtitle, publisher, date, description, rights, narrator, authors, series, subjects } =
    metadata;
  const titleSort = withoutArticle(title, book.language);
  const authorsSort = sortedAuthors(authors);
  const isbn = isbnOfBook(metadata);
  return {
    title,
    language: book.language,
    authors: authorNames(authors),
    ...(titleSort !== title && { titleSort }),
    ...(authorsSort !== undefined && { authorsSort }),
    ...(subtitle !== undefined && { subtitle }),
    ...(publisher !== undefined && { publisher }),
    ...(date !== undefined && { date }),
    ...(description !== undefined && { description }),
    ...(rights !== undefined && { rights }),
    ...(series && {
      series: { name: series.name, ...(series.position !== undefined && { position: series.position }) },
    }),
    ...(isbn !== undefined && { isbn }),
    ...(subjects.length > 0 && {
      subjects: subjects.map((subject) => (typeof subject === 'string' ? subject : subject.name)),
    }),
    // A synthetic voice is to be said, in the tags as at the opening.
    narrator: spokenWordsOf(book.language).narratorTag(narrator),
  };
}

/** The tags of a file that is a part of the book. */
export function partOf(tags: BookTags, title: string, track: NonNullable<BookTags['track']>): BookTags {
  const { titleSort: _titleSort, subtitle: _subtitle, ...rest } = tags;
  return { ...rest, title, album: tags.title, track };
}

/**
 * The headings inside chapters that get marks, in the order of the text.
 *
 * @param depth how deep marks go: 1 for chapters alone, 2 for their sections too
 */
export function sectionsOf({ chapters }: Book, depth: number): readonly MarkedSection[] {
  if (depth < 2) return [];
  return chapters.flatMap((chapter) => {
    const headings = headingsIn(chapter.blocks);
    const listed = (sections: readonly Section[], level: number): readonly MarkedSection[] =>
      level > depth
        ? []
        : sections.flatMap(({ id, title, sections: inner }) => [
            { chapter: chapter.id, id, title, level, targets: sentencesOf(headings.get(id)) },
            ...listed(inner, level + 1),
          ]);
    return listed(chapter.sections, 2);
  });
}

/**
 * The pictures of chapters and sections, by the ids of their marks: the one that a heading is directly followed by, or
 * that opens a chapter. Drawings of SVG are left out: no player shows them.
 *
 * @param depth how deep marks go, as in `sectionsOf`
 */
export async function markImagesOf(
  build: Sound['build'],
  book: Book,
  depth: number,
  jobs: number,
): Promise<ReadonlyMap<string, MarkImage>> {
  const files = new Map(book.images.map((image) => [image.path, image]));
  const marked = new Set([...book.chapters, ...sectionsOf(book, depth)].map(({ id }) => id));
  const made = await mapLimited(
    book.chapters.flatMap(picturePaths).filter(([id]) => marked.has(id)),
    jobs,
    async ([id, path]): Promise<readonly (readonly [string, MarkImage])[]> => {
      const file = files.get(path);
      if (!file || file.mediaType === 'image/svg+xml') return [];
      const { blob: image, mediaType, width, height } = file;
      return [[id, await build.step(markPicture, { image, mediaType, width, height })]];
    },
    build.signal,
  );
  return new Map(made.flat());
}

function picturePaths({ id, blocks }: Chapter): readonly (readonly [id: string, path: string])[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const [image] = block.type === 'figure' ? block.images : [];
    // A picture may open a chapter without a heading, too.
    const marked =
      before === undefined ? id : before.type !== 'heading' ? undefined : before.rank === 1 ? id : before.id;
    return image && marked !== undefined ? [[marked, image.path] as const] : [];
  });
}

/** Headings of all ranks, wherever they stand. */
function headingsIn(
  blocks: readonly Block[],
  found = new Map<string, Heading>(),
): ReadonlyMap<string, Heading> {
  for (const block of blocks) {
    if (block.type === 'heading') found.set(block.id, block);
    else if ('blocks' in block) headingsIn(block.blocks, found);
    else if (block.type === 'list') for (const { blocks: inner } of block.items) headingsIn(inner, found);
  }
  return found;
}

function sentencesOf(heading: Heading | undefined): readonly string[] {
  return heading?.sentences.map(({ id }) => id) ?? [];
}

/** What titles are sorted without. */
const articles: Readonly<Record<string, RegExp>> = {
  en: /^(?:the|an?)\s+/i,
  de: /^(?:der|die|das|ein|eine)\s+/i,
  fr: /^(?:(?:le|la|les|une?|des)\s+|l['’])/i,
  es: /^(?:el|la|los|las|una?|unos|unas)\s+/i,
};

function withoutArticle(title: string, language: string): string {
  const bare = title.replace(articles[primaryLanguage(language)] ?? /^$/, '');
  return bare === '' ? title : bare;
}

/** As one text; nothing where no author says how they are sorted: players have rules of their own. */
function sortedAuthors(authors: Metadata['authors']): string | undefined {
  const writers = authors.filter((author) => authorNames([author]).length > 0);
  if (writers.every(({ sortName }) => sortName === undefined)) return undefined;
  return writers.map(({ name, sortName }) => sortName ?? name).join('; ');
}

function isbnOfBook({ isbn, identifier }: Metadata): string | undefined {
  return isbnOf(isbn ?? '') ?? (/^urn:isbn:/i.test(identifier ?? '') ? isbnOf(identifier ?? '') : undefined);
}
