import type { Element } from 'hast';
import { problems } from '../../problems.ts';
import type { Block, Cell, Row } from '../model.ts';
import { noteAnchor, placeOf, type BuildContext } from './context.ts';
import { attributeOf, isElement } from './html.ts';
import { withoutHeadings } from './without-headings.ts';

type TableSettings = {
  /** What the table directive says the table shows. */
  readonly caption?: readonly Block[];
  /** Whether the first cell of every row heads it. */
  readonly rowHeaders?: boolean;
};

/** `:::table[Caption]{row-headers}`: a table with a caption, and with row headers if asked. */
export function tableDirectiveOf(element: Element, context: BuildContext): readonly Block[] {
  const table = element.children.find((child) => isElement(child, 'table'));
  const rest = element.children.filter((child) => child !== table);
  if (!isElement(table)) {
    context.found.push(problems.tableWithoutTable(placeOf(context, element)));
    return context.blocksOf(rest, context);
  }
  const caption = captionOf(context.blocksOf(rest, context));
  const rowHeaders = element.properties['dataRowHeaders'] !== undefined;
  return tableOf(table, context, { ...(caption.length > 0 && { caption }), rowHeaders });
}

/** A table with a header row, columns and spans as HTML has them. A table without cells is nothing. */
export function tableOf(element: Element, context: BuildContext, settings: TableSettings): readonly Block[] {
  const captionElement = element.children.find((child) => isElement(child, 'caption'));
  const caption =
    settings.caption ??
    (isElement(captionElement) ? captionOf(context.blocksOf(captionElement.children, context)) : []);
  const rows = rowsOf(element);
  const headCount = rows.findIndex(({ inHead }) => !inHead);
  const split = headCount === -1 ? rows.length : headCount;
  const build = (id: string, from: number, to: number): readonly Row[] =>
    rows.slice(from, to).flatMap(({ row, inHead }, offset): readonly Row[] => {
      const rowId = `${id}-r${from + offset + 1}`;
      noteAnchor(context, row, rowId);
      const cells = row.children.filter((child): child is Element => isElement(child, 'td', 'th'));
      if (cells.length === 0) return [];
      return [{ id: rowId, cells: cells.map((cell, index) => cellOf(cell, `${rowId}c${index + 1}`, inHead, index === 0 && settings.rowHeaders === true, context)) }]; // prettier-ignore
    });
  // By its header row, so that an edit in a cell leaves the ids of the others as they are.
  const words = (rows[0]?.row.children ?? [])
    .map((cell) => (isElement(cell) ? cellWords(cell) : ''))
    .join('\0');
  const id = context.mint('table', words);
  const head = build(id, 0, split);
  const body = build(id, split, rows.length);
  if (head.length + body.length === 0) return [];
  return [{ type: 'table', id, ...(caption.length > 0 && { caption }), head, body }];
}

function rowsOf(table: Element): readonly { readonly row: Element; readonly inHead: boolean }[] {
  return table.children.flatMap((part) => {
    if (part.type !== 'element') return [];
    if (part.tagName === 'tr') return [{ row: part, inHead: false }];
    const inHead = part.tagName === 'thead';
    return part.children.flatMap((row) => (isElement(row, 'tr') ? [{ row, inHead }] : []));
  });
}

function cellOf(cell: Element, id: string, inHead: boolean, headsRow: boolean, context: BuildContext): Cell {
  noteAnchor(context, cell, id);
  const built = context.blocksOf(cell.children, context, { bare: true });
  const align = attributeOf(cell, 'align');
  const columns = spanOf(cell.properties['colSpan']);
  const rows = spanOf(cell.properties['rowSpan']);
  const isHeader = cell.tagName === 'th' || headsRow;
  // An empty header cell heads nothing: assistive technology would announce a header without words.
  const scope =
    !isHeader || built.length === 0
      ? undefined
      : inHead
        ? 'col'
        : cell.properties['scope'] === 'col'
          ? 'col'
          : 'row';
  return {
    id,
    ...(scope && { scope }),
    ...((align === 'left' || align === 'center' || align === 'right') && { align }),
    ...(columns > 1 && { columns }),
    ...(rows > 1 && { rows }),
    blocks: scope ? withoutHeadings(built) : built,
  };
}

function captionOf(blocks: readonly Block[]): readonly Block[] {
  const plain = withoutHeadings(blocks);
  const [only] = plain;
  // One paragraph needs no element of its own.
  return plain.length === 1 && only?.type === 'paragraph' ? [{ ...only, bare: true }] : plain;
}

/** Spans beyond the sensible are an author's slip or an attack on the reader's memory. */
function spanOf(value: unknown): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= 100 ? span : 1;
}

function cellWords(cell: Element): string {
  return cell.children
    .map((child) => (child.type === 'text' ? child.value : isElement(child) ? cellWords(child) : ''))
    .join('')
    .trim();
}
