import { createHash } from 'node:crypto';
import { assembleBook } from '../../pipeline/document/assemble.ts';
import type { Book } from '../../pipeline/document/model.ts';
import { loadMath } from '../../pipeline/document/math/load-math.ts';
import { parse } from '../../pipeline/document/parse-file.ts';
import { titleOf } from '../../pipeline/document/title-of.ts';
import { plan } from '../../pipeline/narration/plan-narration.ts';
import { word, type WordedScript } from '../../pipeline/narration/word-chapter.ts';
import type { Problem } from '../../pipeline/problem.ts';
import { findPublications } from '../../pipeline/source/find-publications.ts';
import { readImages } from '../../pipeline/source/read-images.ts';
import { readPublication } from '../../pipeline/source/read-publication.ts';

export type Read = {
  readonly book?: Book;
  readonly script?: WordedScript;
  readonly problems: readonly Problem[];
};

/** A publication from files to script, without a store and without sound. */
export async function readFixture(target: string): Promise<Read> {
  const { found, problems: nothing } = await findPublications(target);
  const [first] = found;
  if (!first) return { problems: nothing };
  const { publication, problems } = await readPublication(first, ({ markdown }) => titleOf(markdown));
  if (!publication) return { problems };
  const { metadata, form, folder, metadataFile, settings, lexicon } = publication;
  const texts = await Promise.all(
    publication.texts.map(async ({ path, markdown, title, kind }) =>
      parse(
        {
          path,
          markdown,
          form,
          language: metadata.language,
          title,
          kind,
          abbreviations: settings.abbreviations,
        },
        await loadMath(markdown),
      ),
    ),
  );
  const images = await readImages(
    folder,
    texts.flatMap((text) => text.images),
    (bytes) =>
      Promise.resolve({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }),
  );
  const { book, problems: bookProblems } = assembleBook({
    metadata,
    form,
    place: { file: metadataFile },
    texts,
    images: images.images,
    resolvedImages: images.resolved,
    lists: settings.lists,
    notes: settings.notes,
  });
  const chapters = book.chapters.map((chapter) =>
    word({
      chapter: plan({
        chapter,
        language: book.language,
        settings: settings.narration,
        narrator: metadata.narrator,
      }),
      lexicon,
    }),
  );
  return {
    book,
    script: { chapters },
    problems: [...problems, ...texts.flatMap((text) => text.problems), ...images.problems, ...bookProblems],
  };
}
