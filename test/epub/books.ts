/** Books by hand: short words for the model's nodes, each with an id of its own. */
import type {
  Block,
  Book,
  Cell,
  Chapter,
  Figure,
  Heading,
  Image,
  ImageFile,
  Inline,
  Link,
  List,
  ListItem,
  Mark,
  MarkTag,
  NoteReference,
  Paragraph,
  Passage,
  Row,
  Sentence,
  Table,
} from '../../pipeline/document/model.ts';
import type { Metadata } from '../../pipeline/source/metadata.ts';

type Words = string | Inline | readonly (string | Inline)[];

const inlines = (words: Words): readonly Inline[] =>
  (Array.isArray(words) ? (words as readonly (string | Inline)[]) : [words as string | Inline]).map((word) =>
    typeof word === 'string' ? { type: 'text', value: word } : word,
  );

export const mark = (tag: MarkTag, words: Words, local: Pick<Mark, 'lang' | 'dir' | 'title'> = {}): Mark => ({
  type: 'mark',
  tag,
  ...local,
  children: inlines(words),
});
export const link = (to: Link['to'], words: Words, title?: string): Link => ({
  type: 'link',
  to,
  ...(title !== undefined && { title }),
  children: inlines(words),
});
export const code = (value: string): Inline => ({ type: 'code', value });
export const lineBreak: Inline = { type: 'break' };
export const image = (id: string, path: string, alt: string): Image => ({ type: 'image', id, path, alt });
export const noteReference = (id: string, note: string, chapter: string, number = '1'): NoteReference => ({
  type: 'note',
  id,
  note,
  chapter,
  number,
});

/** Each argument is a sentence; its id is the passage's with -s1, -s2. */
export const passage = (id: string, ...sentences: readonly Words[]): Passage => ({
  id,
  sentences: sentences.map((words, index): Sentence => ({
    id: `${id}-s${index + 1}`,
    children: inlines(words),
  })),
});
export const paragraph = (id: string, ...sentences: readonly Words[]): Paragraph => ({
  type: 'paragraph',
  ...passage(id, ...sentences),
});
export const bare = (id: string, ...sentences: readonly Words[]): Paragraph => ({
  ...paragraph(id, ...sentences),
  bare: true,
});
export const heading = (rank: Heading['rank'], id: string, ...sentences: readonly Words[]): Heading => ({
  type: 'heading',
  rank,
  ...passage(id, ...sentences),
});
export const item = (id: string, blocks: readonly Block[], checked?: boolean): ListItem => ({
  id,
  ...(checked !== undefined && { checked }),
  blocks,
});
export const list = (id: string, items: readonly ListItem[], ordered = false): List => ({
  type: 'list',
  id,
  ordered,
  items,
});
export const figure = (id: string, rest: Partial<Figure> & Pick<Figure, 'images'>): Figure => ({
  type: 'figure',
  id,
  credits: [],
  ...rest,
});
export const cell = (id: string, words?: Words, rest: Omit<Cell, 'id' | 'blocks'> = {}): Cell => ({
  id,
  ...rest,
  blocks: words === undefined ? [] : [bare(`${id}-p`, words)],
});
export const row = (id: string, ...cells: readonly Cell[]): Row => ({ id, cells });
export const table = (
  id: string,
  head: readonly Row[],
  body: readonly Row[],
  rest: Partial<Table> = {},
): Table => ({
  type: 'table',
  id,
  head,
  body,
  ...rest,
});

export const chapter = (id: string, blocks: readonly Block[], rest: Partial<Chapter> = {}): Chapter => ({
  id,
  kind: 'chapter',
  title: `Chapter ${id}`,
  sections: [],
  blocks,
  notes: [],
  ...rest,
});
export const book = (chapters: readonly Chapter[], rest: Partial<Book> = {}): Book => ({
  language: 'en',
  direction: 'ltr',
  title: 'A Book',
  chapters,
  images: [],
  ...rest,
});
export const imageFile = (
  path: string,
  blob: ImageFile['blob'],
  rest: Partial<ImageFile> = {},
): ImageFile => ({
  path,
  mediaType: 'image/png',
  width: 320,
  height: 200,
  blob,
  ...rest,
});

export const metadata = (rest: Partial<Metadata> = {}): Metadata => ({
  title: 'A Book',
  authors: [{ name: 'Ada Author' }],
  language: 'en',
  subjects: [],
  attribution: [],
  ...rest,
});

/** Every id that the model mints, in the order of the data. */
export function idsOf(value: Book): readonly string[] {
  const ids: string[] = [];
  const visit = (node: unknown, key: string): void => {
    if (Array.isArray(node)) {
      for (const child of node) visit(child, key);
      return;
    }
    if (typeof node !== 'object' || node === null || key === 'to' || key === 'blob' || key === 'sections')
      return;
    for (const [name, child] of Object.entries(node)) {
      if (name === 'id' && typeof child === 'string') ids.push(child);
      else visit(child, name);
    }
  };
  visit(value.chapters, 'chapters');
  return ids;
}
