import type { Cell, Table } from '../document/model.ts';
import { announcer, type Narration } from './narration.ts';
import { narratePassage } from './narrate-passage.ts';
import { pauses } from '../phrasing.ts';
import { beginningOf, joinSpoken, plainly, type Spoken } from './spoken.ts';
import { spokenText } from './spoken-text.ts';

/**
 * A table for the ear: its size, its caption, its headers once, and then row by row with the header before each cell,
 * so that a listener never has to count columns.
 *
 *     | Year | Books |
 *     | 1900 | 12    |    →   "Year" … "Books" … "Year: 1900" … "Books: 12"
 */
export function narrateTable(table: Table, narration: Narration): void {
  const { recorder, words } = narration;
  const columns = Math.max(
    ...[...table.head, ...table.body].map(({ cells }) =>
      cells.reduce((sum, cell) => sum + (cell.columns ?? 1), 0),
    ),
  );
  recorder.say({
    role: 'announcement',
    ...announcer(narration),
    about: table.id,
    text: words.table(columns, table.body.length),
  });
  recorder.pause(pauses.label);
  narration.narrateBlocks(table.caption ?? [], { ...narration, role: 'caption' });
  recorder.pause(pauses.row);
  const inCells: Narration = { ...narration, role: 'cell' };
  for (const row of table.head) {
    for (const cell of row.cells) narrateCell(cell, plainly(''), inCells);
    recorder.pause(pauses.row);
  }
  const headers = columnHeaders(table);
  for (const row of table.body) {
    let column = 0;
    for (const cell of row.cells) {
      // A row's own header needs no column's; nor does the only column of a list in disguise.
      const header = cell.scope === undefined && columns > 1 ? headers[column] : undefined;
      narrateCell(cell, header ?? plainly(''), inCells);
      column += cell.columns ?? 1;
    }
    recorder.pause(pauses.row);
  }
}

function narrateCell(cell: Cell, header: Spoken, narration: Narration): void {
  const bare = header.text.replace(/[.:;,\s]+$/, '');
  const before = header.text === '' ? header : joinSpoken(beginningOf(header, bare.length), plainly(': '));
  const [first, ...rest] = cell.blocks;
  if (first?.type === 'paragraph') {
    narratePassage(first, narration, before);
    narration.narrateBlocks(rest, narration);
  } else narration.narrateBlocks(cell.blocks, narration);
  narration.recorder.pause(pauses.cell);
}

/** The words of the header cell over each column; the last head row counts, as it is the nearest. */
function columnHeaders(table: Table): readonly Spoken[] {
  const headers: Spoken[] = [];
  for (const row of table.head) {
    let column = 0;
    for (const cell of row.cells) {
      const header = headerOf(cell);
      for (let index = 0; index < (cell.columns ?? 1); index++) headers[column + index] = header;
      column += cell.columns ?? 1;
    }
  }
  return headers;
}

/** A header as it is said before each cell of its column: its silences are for the first time alone. */
function headerOf({ blocks }: Cell): Spoken {
  const sentences = blocks.flatMap((block) =>
    block.type === 'paragraph' ? block.sentences.map(({ children }) => spokenText(children)) : [],
  );
  const [first = plainly(''), ...rest] = sentences;
  const { text, spans } = rest.reduce(
    (whole, sentence) => joinSpoken(joinSpoken(whole, plainly(' ')), sentence),
    first,
  );
  return { text, spans: spans.filter(({ pauseSeconds }) => pauseSeconds === undefined) };
}
