/** An MP3's chapters: a frame for each mark, and tables of contents over them (ID3v2 Chapter Frame Addendum 1.0). */
import type { ChapterMark } from '../chapter-marks.ts';
import { chapterFrame, OTHER_PICTURE, pictureFrame, tableFrame, textFrame } from './id3-frames.ts'; // prettier-ignore

/** A table of contents counts its entries in one byte. */
const LONGEST_TABLE = 255;

type Node = { readonly mark: ChapterMark; readonly index: number; readonly inner: Node[] };

/**
 * Sections lie inside their chapters: a chapter ends where the next of its level begins, and is followed in its table by
 * a table of its sections, with its title. So who does not look into tables inside tables still sees all chapters.
 */
export function chapterFrames(
  marks: readonly ChapterMark[],
  pictures: ReadonlyMap<string, Uint8Array>,
): readonly Buffer[] {
  if (marks.length === 0) return [];
  const chapters = marks.map((mark, index) => {
    return chapterFrame(name(index), mark.beginMilliseconds, endOf(marks, index), [
      textFrame('TIT2', mark.title),
      ...pictureOf(mark, pictures),
    ]);
  });
  return [...chapters, ...tables('toc', nested(marks))];
}

function name(index: number): string {
  return `ch${index}`;
}

function pictureOf({ image }: ChapterMark, pictures: ReadonlyMap<string, Uint8Array>): readonly Buffer[] {
  const bytes = image && pictures.get(image.image.sha256);
  return bytes ? [pictureFrame(OTHER_PICTURE, { bytes, mediaType: image.mediaType })] : [];
}

function endOf(marks: readonly ChapterMark[], index: number): number {
  const level = marks[index]?.level ?? 1;
  let next = index + 1;
  while ((marks[next]?.level ?? 0) > level) next++;
  return marks[next]?.beginMilliseconds ?? marks.at(-1)?.endMilliseconds ?? 0;
}

function nested(marks: readonly ChapterMark[]): readonly Node[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const [index, mark] of marks.entries()) {
    while ((open.at(-1)?.mark.level ?? 0) >= mark.level) open.pop();
    const node = { mark, index, inner: [] };
    (open.at(-1)?.inner ?? top).push(node);
    open.push(node);
  }
  return top;
}

/** The table of some marks, before the tables inside it. Without a title it is the top. */
function tables(id: string, nodes: readonly Node[], title?: string): readonly Buffer[] {
  const inside: Buffer[] = [];
  const entries = nodes.flatMap(({ mark, index, inner }) => {
    if (inner.length === 0) return [name(index)];
    const own = `${name(index)}toc`;
    inside.push(...tables(own, inner, mark.title));
    return [name(index), own];
  });
  const parts: Buffer[] = [];
  let listed = entries;
  // Tables of tables, until one holds them all.
  for (let depth = 1; listed.length > LONGEST_TABLE; depth++) {
    const names: string[] = [];
    for (let begin = 0; begin < listed.length; begin += LONGEST_TABLE) {
      const part = `${id}${depth === 1 ? '' : `-${depth}-`}${names.length + 1}`;
      names.push(part);
      parts.push(tableFrame(part, false, listed.slice(begin, begin + LONGEST_TABLE)));
    }
    listed = names;
  }
  const titled = title === undefined ? [] : [textFrame('TIT2', title)];
  return [tableFrame(id, title === undefined, listed, titled), ...parts, ...inside];
}
