import { x } from '../../xml/x.ts';
import type { Cell, Row, Table } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';
import { localAttributes, type EmitContext } from './context.ts';

export function emitTable(table: Table, context: EmitContext): Xml {
  const rows = (name: 'thead' | 'tbody', content: readonly Row[]): Xml | null =>
    content.length === 0 ? null : x(name, {}, ...content.map((row) => emitRow(row, context)));
  return x(
    'table',
    { id: table.id, ...localAttributes(table) },
    table.caption ? x('caption', {}, ...context.blocks(table.caption)) : null,
    rows('thead', table.head),
    rows('tbody', table.body),
  );
}

function emitRow({ id, cells }: Row, context: EmitContext): Xml {
  return x('tr', { id }, ...cells.map((cell) => emitCell(cell, context)));
}

/** A header without words heads nothing: it is a data cell, or assistive technology announces a header and falls silent. */
function emitCell({ id, scope, align, columns, rows, blocks }: Cell, context: EmitContext): Xml {
  const header = scope !== undefined && blocks.length > 0;
  const attributes = {
    id,
    scope: header ? scope : undefined,
    class: align && `align-${align}`,
    colspan: columns,
    rowspan: rows,
  };
  return x(header ? 'th' : 'td', attributes, ...context.blocks(blocks));
}
