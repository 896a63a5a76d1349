import { assembleBook } from '../document/assemble.ts';
import type { Book, ImageFile } from '../document/model.ts';
import { parseText, type ParsedText } from '../document/parse-text.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import type { Publication } from '../source/publication.ts';
import type { ReadPublication } from '../source/read-publication.ts';
import { readImages, type ImageUse, type ReadImages } from '../source/read-images.ts';
import type { TextBuild } from './builds.ts';

export type Reading = {
  readonly publication: Publication;
  readonly book: Book;
  readonly cover: ImageFile | undefined;
  /** Every reference to an image, and what was read there: all that comes from disk beside the texts. */
  readonly pictures: { readonly uses: readonly ImageUse[]; readonly read: ReadImages };
  /** Where the author's chapters stand, by their ids. */
  readonly places: ReadonlyMap<string, ChapterPlace>;
};

/** `part` counts the chapters of one file from 1. */
export type ChapterPlace = { readonly file: string; readonly part: number };

/** From texts to the model. All that the author should know is told before anything is made of it. */
export async function readBook(
  build: TextBuild,
  { publication, problems: sourceProblems }: ReadPublication,
  desk: ProblemDesk,
): Promise<Reading> {
  if (!publication) return desk.refuse(sourceProblems);
  desk.take(sourceProblems);
  desk.stopOnErrors();
  const { metadata, form, folder, metadataFile, settings } = publication;
  const texts = await Promise.all(
    publication.texts.map(({ path: file, markdown, title, kind }) =>
      build.step(
        parseText,
        {
          path: file,
          markdown,
          form,
          language: metadata.language,
          title,
          kind,
          abbreviations: settings.abbreviations,
        },
        { label: file },
      ),
    ),
  );
  const coverUse = metadata.cover ? [{ place: publication.coverPlace, written: metadata.cover.image }] : [];
  const uses = [...coverUse, ...texts.flatMap(({ images }) => images)];
  const images = await readImages(folder, uses, (bytes) => build.blobs.write([bytes]));
  const { book, problems: bookProblems } = assembleBook({
    metadata,
    form,
    place: { file: publication.texts[0]?.path ?? metadataFile },
    texts,
    images: images.images,
    resolvedImages: images.resolved,
    lists: settings.lists,
    notes: settings.notes,
  });
  desk.take([...texts.flatMap(({ problems: own }) => own), ...images.problems, ...bookProblems]);
  desk.stopOnErrors();
  const coverPath = images.resolved.find(
    ({ file, written }) => file === metadataFile && written === metadata.cover?.image,
  )?.path;
  const cover = images.images.find((image) => image.path === coverPath);
  return { publication, book, cover, pictures: { uses, read: images }, places: placesOf(texts, book) };
}

/** A file's chapters are counted as the book has them: a heading that became its title is none. */
function placesOf(texts: readonly ParsedText[], { chapters }: Book): Reading['places'] {
  const inBook = new Set(chapters.map(({ id }) => id));
  return new Map(
    texts.flatMap(({ path: file, chapters: own }) =>
      own.filter(({ id }) => inBook.has(id)).map(({ id }, index) => [id, { file, part: index + 1 }] as const),
    ),
  );
}
