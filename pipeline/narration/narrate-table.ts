import type { Cell, Table } from '../document/model.ts';
import type { Narration } from './narration.ts';
import { narratePassage } from './narrate-passage.ts';
import { pauses } from './policy.ts';
import { spokenText } from './spoken-text.ts';

/**
 * A table for the ear: its size, its caption, its headers once, and then row by row with the header before each cell,
 * so that a listener never has to count columns.
 *
 *     | Year | Books |
 *     | 1900 | 12    |    →   "Year" … "Books" … "Year: 1900" … "Books: 12"
 */
export function narrateTable(table: Table, narration: Narration): void {
  const { recorder, words, language } = narration;
  const columns = Math.max(
    ...[...table.head, ...table.body].map(({ cells }) =>
      cells.reduce((sum, cell) => sum + (cell.columns ?? 1), 0),
    ),
  );
  recorder.say({
    role: 'announcement',
    language,
    about: table.id,
    text: words.table(columns, table.body.length),
  });
  recorder.pause(pauses.label);
  narration.narrateBlocks(table.caption ?? [], { ...narration, role: 'caption' });
  recorder.pause(pauses.row);
  const inCells: Narration = { ...narration, role: 'cell' };
  for (const row of table.head) {
    for (const cell of row.cells) narrateCell(cell, '', inCells);
    recorder.pause(pauses.row);
  }
  const headers = columnHeaders(table);
  for (const row of table.body) {
    let column = 0;
    for (const cell of row.cells) {
      // A row's own header needs no column's; nor does the only column of a list in disguise.
      const header = cell.scope === undefined && columns > 1 ? (headers[column] ?? '') : '';
      narrateCell(cell, header, inCells);
      column += cell.columns ?? 1;
    }
    recorder.pause(pauses.row);
  }
}

function narrateCell(cell: Cell, header: string, narration: Narration): void {
  const before = header === '' ? '' : `${header.replace(/[.:;,\s]+$/, '')}: `;
  const [first, ...rest] = cell.blocks;
  if (first?.type === 'paragraph') {
    narratePassage(first, narration, before);
    narration.narrateBlocks(rest, narration);
  } else narration.narrateBlocks(cell.blocks, narration);
  narration.recorder.pause(pauses.cell);
}

/** The words of the header cell over each column; the last head row counts, as it is the nearest. */
function columnHeaders(table: Table): readonly string[] {
  const headers: string[] = [];
  for (const row of table.head) {
    let column = 0;
    for (const cell of row.cells) {
      const text = cell.blocks
        .flatMap((block) =>
          block.type === 'paragraph' ? block.sentences.map(({ children }) => spokenText(children)) : [],
        )
        .join(' ');
      for (let index = 0; index < (cell.columns ?? 1); index++) headers[column + index] = text;
      column += cell.columns ?? 1;
    }
  }
  return headers;
}
