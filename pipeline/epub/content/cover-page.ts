import { coverImageId } from '../../derived-ids.ts';
import { x } from '../../xml/x.ts';
import type { Book } from '../../document/model.ts';
import type { PlacedImage } from '../layout.ts';
import { wordsOf } from '../words.ts';
import { page } from './page.ts';

/** What the cover says: at the least the title. */
export function coverText(book: Book, alt: string): string {
  return alt.trim() === '' ? book.title : alt;
}

/** The cover as the first page. Its alt text says what is on it, at the least the title. */
export function coverPage(book: Book, { href, width, height }: PlacedImage, alt: string): string {
  const { words } = wordsOf(book.language);
  const image = x('img', {
    id: coverImageId,
    src: href,
    alt: coverText(book, alt),
    width,
    height,
    'epub:type': 'cover',
    role: 'doc-cover',
  });
  const section = x('section', { class: 'cover', 'aria-label': words.cover }, image);
  return page({
    title: words.cover,
    language: book.language,
    direction: book.direction,
    part: 'frontmatter',
    content: [section],
  });
}
