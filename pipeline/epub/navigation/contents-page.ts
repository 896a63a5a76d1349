import { contentsEntryId, contentsTitleId, listTitleId } from '../../derived-ids.ts';
import { x } from '../../xml/x.ts';
import type { Book } from '../../document/model.ts';
import { page } from '../content/page.ts';
import type { Layout } from '../layout.ts';
import { wordsOf } from '../words.ts';
import type { Xml } from '../../xml/serialise.ts';
import { entriesOf, type Entry } from './entries.ts';
import { listTypes } from './contents-lines.ts';
import { landmarksOf } from './landmarks.ts';
import { pagesOfPrint } from './pages-of-print.ts';

/**
 * The navigation document (EPUB 3.3, 7): also a page of the book, so what no one reads there, the landmarks and the pages of
 * print, is hidden.
 */
export function contentsPage(book: Book, layout: Layout): string {
  const { words } = wordsOf(book.language);
  const contents = x(
    'nav',
    { id: 'toc', 'epub:type': 'toc', role: 'doc-toc', 'aria-labelledby': contentsTitleId },
    x('h1', { id: contentsTitleId }, words.contents),
    list(entriesOf(book, layout)),
  );
  const lists = (book.lists ?? []).map(({ kind, entries }) =>
    x(
      'nav',
      { id: kind, 'epub:type': listTypes[kind], 'aria-labelledby': listTitleId(kind) },
      x('h2', { id: listTitleId(kind) }, words.lists[kind]),
      list(
        entries.map((entry) => ({
          ...entry,
          href: `${layout.chapterHref(entry.chapter)}#${entry.id}`,
          entries: [],
        })),
      ),
    ),
  );
  const pages = pagesOfPrint(book, layout);
  const pageList = x(
    'nav',
    {
      id: 'pages',
      'epub:type': 'page-list',
      role: 'doc-pagelist',
      'aria-label': words.pages,
      hidden: 'hidden',
    },
    x('ol', {}, ...pages.map(({ number, href }) => x('li', {}, x('a', { href }, number)))),
  );
  const landmarks = x(
    'nav',
    { id: 'landmarks', 'epub:type': 'landmarks', hidden: 'hidden' },
    x(
      'ol',
      {},
      ...landmarksOf(book, layout).map(({ type, href, title }) =>
        x('li', {}, x('a', { 'epub:type': type, href }, title)),
      ),
    ),
  );
  return page({
    title: words.contents,
    language: book.language,
    direction: book.direction,
    part: 'frontmatter',
    content: [contents, ...lists, ...(pages.length > 0 ? [pageList] : []), landmarks],
  });
}

function list(entries: readonly Entry[]): Xml {
  const items = entries.map(({ id, title, href, entries: below }) =>
    x('li', {}, x('a', { id: contentsEntryId(id), href }, title), below.length > 0 ? list(below) : null),
  );
  return x('ol', {}, ...items.flatMap((item) => ['\n', item]), '\n');
}
