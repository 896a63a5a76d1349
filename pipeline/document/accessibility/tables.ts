import type { Element } from 'hast';
import type { Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { heardOf, isInside, placeIn, type TextView } from './text-view.ts';

/** Tables of data of which no cell heads a row or column (WCAG 1.3.1, H51): what a cell means is not heard. */
export function tableProblems(view: TextView): readonly Problem[] {
  return view.scenes.flatMap(({ element, ancestors }) => {
    if (element.tagName !== 'table' || isInside(ancestors, 'table')) return [];
    // The directive makes headers of the first cells.
    if (ancestors.at(-1)?.properties['dataRowHeaders'] !== undefined) return [];
    const rows = rowsOf(element);
    // A row or a column alone is a list.
    if (rows.length < 2 || Math.max(...rows.map((cells) => cells.length)) < 2) return [];
    const headed = rows.some((cells) =>
      cells.some((cell) => cell.tagName === 'th' && heardOf(cell).trim() !== ''),
    );
    const holds = rows.some((cells) => cells.some((cell) => heardOf(cell).trim() !== ''));
    return headed || !holds ? [] : [problems.tableWithoutHeaders(placeIn(view, element))];
  });
}

function rowsOf(parent: Element): readonly (readonly Element[])[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'tr')
      return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
    return [
      child.children.filter(
        (cell): cell is Element => cell.type === 'element' && /^t[hd]$/u.test(cell.tagName),
      ),
    ];
  });
}
