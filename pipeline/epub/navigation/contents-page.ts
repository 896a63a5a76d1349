import { x } from '../xml/x.ts';
import type { Book } from '../../document/model.ts';
import { page } from '../content/page.ts';
import type { Layout } from '../layout.ts';
import { wordsOf } from '../words.ts';
import type { Xml } from '../xml/serialise.ts';
import { entriesOf, type Entry } from './entries.ts';
import { landmarksOf } from './landmarks.ts';

/** The navigation document (EPUB 3.3, 7): also a page of the book, so the landmarks, which no one reads there, are hidden. */
export function contentsPage(book: Book, layout: Layout): string {
  const { words } = wordsOf(book.language);
  const contents = x(
    'nav',
    { id: 'toc', 'epub:type': 'toc', role: 'doc-toc', 'aria-labelledby': 'toc-title' },
    x('h1', { id: 'toc-title' }, words.contents),
    list(entriesOf(book, layout)),
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
    content: [contents, landmarks],
  });
}

function list(entries: readonly Entry[]): Xml {
  const items = entries.map(({ title, href, entries: below }) =>
    x('li', {}, x('a', { href }, title), below.length > 0 ? list(below) : null),
  );
  return x('ol', {}, ...items.flatMap((item) => ['\n', item]), '\n');
}
