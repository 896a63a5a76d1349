import { elementsOf, mathText, type MathElement } from '../math-tree.ts';
import { partsOf } from './fences.ts';
import { numberWords } from './numbers.ts';
import { operand, type Around, type Said } from './said.ts';

function cellsOf(table: MathElement): readonly (readonly MathElement[])[] {
  return elementsOf(table).map(elementsOf);
}

function say(cell: MathElement, around: Around): string {
  return around.speaker.row(partsOf(elementsOf(cell)), around).words;
}

/** Row by row; a single column or row is a vector. */
export function sayMatrix(table: MathElement, open: string, around: Around): Said {
  const rows = cellsOf(table).map((cells) => cells.map((cell) => say(cell, around)));
  const height = rows.length;
  const width = Math.max(...rows.map(({ length }) => length), 0);
  const before = open === '|' ? 'the determinant of ' : open === '‖' ? 'the norm of ' : '';
  if (width === 1 && height > 1)
    return operand(`${before}the column vector ${rows.flat().join(', ')}, end vector,`, { kind: 'fence' });
  if (height === 1 && width > 1)
    return operand(`${before}the row vector ${rows.flat().join(', ')}, end vector,`, { kind: 'fence' });
  const size = `${numberWords(String(height))} by ${numberWords(String(width))}`;
  const lines = rows.map((cells, index) => `row ${numberWords(String(index + 1))}: ${cells.join(', ')}`);
  return operand(`${before}the ${size} matrix: ${lines.join('; ')}; end matrix,`, { kind: 'fence' });
}

/** “case one: x, if x is greater than zero; case two: …” */
export function sayCases(table: MathElement, around: Around): Said {
  const lines = cellsOf(table).map((cells, index) => {
    const [value = '', ...conditions] = cells
      .map((cell) => say(cell, around))
      .filter((words) => words !== '');
    const condition = conditions.join(' ');
    const isBare =
      condition !== '' && !/^(?:if|when|for|otherwise|else|where|unless|in|on)\b/iu.test(condition);
    return `case ${numberWords(String(index + 1))}: ${value}${condition === '' ? '' : `, ${isBare ? 'if ' : ''}${condition}`}`;
  });
  return operand(`${lines.join('; ')}; end cases,`, { kind: 'prefix' });
}

/** Equations one below the other. */
export function sayTable(table: MathElement, around: Around): Said {
  const lines = cellsOf(table).map((cells) => {
    const last = cells.at(-1);
    const tag = last && /^\((.+)\)$/u.exec(mathText(last))?.[1];
    const own = tag === undefined ? cells : cells.slice(0, -1);
    // A relation often has a cell of its own, so a line is one row.
    const words = around.speaker.row(partsOf(own.flatMap(elementsOf)), around).words;
    return tag === undefined ? words : `${words}, equation ${/^\d+$/u.test(tag) ? numberWords(tag) : tag}`;
  });
  return operand(lines.filter((words) => words !== '').join('; '), { kind: 'prefix' });
}
