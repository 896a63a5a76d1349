import { x } from '../xml/x.ts';
import type { Book } from '../../document/model.ts';
import type { PlacedImage } from '../layout.ts';
import { wordsOf } from '../words.ts';
import { page } from './page.ts';

/** The cover as the first page. Its alt text says what is on it, at the least the title. */
export function coverPage(book: Book, { href, width, height }: PlacedImage, alt: string): string {
  const { words } = wordsOf(book.language);
  const text = alt.trim() === '' ? book.title : alt;
  const image = x('img', { src: href, alt: text, width, height, 'epub:type': 'cover', role: 'doc-cover' });
  const section = x('section', { class: 'cover', 'aria-label': words.cover }, image);
  return page({
    title: words.cover,
    language: book.language,
    direction: book.direction,
    part: 'frontmatter',
    content: [section],
  });
}
