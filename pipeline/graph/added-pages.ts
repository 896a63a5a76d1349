import { addedPages, coverImageId } from '../derived-ids.ts';
import { coverText } from '../epub/content/cover-page.ts';
import type { Cover } from '../epub/epub-input.ts';
import { contentsLinesOf } from '../epub/navigation/contents-lines.ts';
import { wordsOf } from '../epub/words.ts';
import { planPage, type PageInput } from '../narration/plan-page.ts';
import { wordChapter, type WordedScript } from '../narration/word-chapter.ts';
import type { TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

/** What is spoken of the EPUB's own pages, its cover and its contents: they are no part of the audiobook. */
export async function planAddedPages(
  build: TextBuild,
  { publication, book }: Reading,
  cover: Cover,
): Promise<WordedScript> {
  const { words } = wordsOf(book.language);
  const picture = { target: coverImageId, text: coverText(book, cover.alt), role: 'alternative' } as const;
  const contents: readonly PageInput[] = [
    { id: addedPages.cover, title: words.cover, language: book.language, lines: [picture] },
    {
      id: addedPages.contents,
      title: words.contents,
      language: book.language,
      lines: contentsLinesOf(book).map((line) => ({ ...line, role: 'heading' })),
    },
  ];
  const chapters = await Promise.all(
    contents.map(async (page) => {
      const label = { label: page.title };
      const script = await build.step(planPage, page, label);
      return build.step(wordChapter, { chapter: script, lexicon: publication.lexicon }, label);
    }),
  );
  return { chapters };
}
