import { elementsOf, mathText, type MathElement } from '../math-tree.ts';

/** A part of a row: an element, or what stands between two fences. */
export type Part =
  | { readonly element: MathElement }
  | { readonly open: string; readonly close: string; readonly inside: readonly Part[] };
export type Fenced = Extract<Part, { inside: readonly Part[] }>;

const opening = new Set(['(', '[', '{', '⟨', '⌊', '⌈', '⟦']);
const closing = new Set([')', ']', '}', '⟩', '⌋', '⌉', '⟧']);
const bars = new Set(['|', '‖', '∣', '∥']);
const unseen = /^[\u2061-\u2064\u200B\s]*$/u;

type Frame = {
  readonly open: string;
  readonly parts: Part[];
  readonly sign?: MathElement;
  readonly from: number;
};

/** A row's parts, groups that show nothing dissolved, each pair of fences one part. A fence without its other half is a sign. */
export function partsOf(elements: readonly MathElement[]): readonly Part[] {
  const row = elements.flatMap(flat);
  const frames: [Frame, ...Frame[]] = [{ open: '', parts: [], from: 0 }];
  const top = (): Frame => frames.at(-1) ?? frames[0];
  /** Gives a frame's fence and parts to the one around it, as signs. */
  const spill = (): void => {
    const frame = frames.pop();
    if (frame?.sign) top().parts.push({ element: frame.sign }, ...frame.parts);
  };
  const close = (sign: string): void => {
    const frame = frames.pop();
    if (frame) top().parts.push({ open: frame.open, close: sign, inside: frame.parts });
  };
  row.forEach((element, index) => {
    const sign = fenceOf(element);
    const form = element.attributes?.form;
    const script = scriptedBar(element);
    if (script !== undefined && top().open === script.sign) {
      const { from } = top();
      frames.pop();
      const inside: MathElement = { name: 'mrow', children: [...row.slice(from, index), script.base] };
      top().parts.push({ element: { ...element, children: [inside, ...elementsOf(element).slice(1)] } });
    } else if (sign === undefined) top().parts.push({ element });
    else if (bars.has(sign)) {
      const isOpen = top().open === sign;
      if (form !== 'prefix' && isOpen) close(sign);
      else if (form !== 'postfix' && hasPartner(row, index, sign))
        frames.push({ open: sign, parts: [], sign: element, from: index });
      else top().parts.push({ element });
    } else if (opening.has(sign)) frames.push({ open: sign, parts: [], sign: element, from: index });
    else {
      while (frames.length > 1 && bars.has(top().open)) spill();
      if (frames.length > 1) close(sign);
      else top().parts.push({ element });
    }
  });
  while (frames.length > 1) {
    const frame = top();
    const [only] = frame.parts;
    // `cases`: a brace that nothing closes, before a table.
    if (frame.open === '{' && only && 'element' in only && only.element.name === 'mtable') close('');
    else spill();
  }
  return frames[0].parts;
}

function flat(element: MathElement): readonly MathElement[] {
  switch (element.name) {
    case 'mrow':
    case 'mstyle':
    case 'math':
      return elementsOf(element).flatMap(flat);
    case 'mspace':
    case 'mphantom':
      return [];
    case 'mn':
      return listed(element);
    default:
      return (element.name === 'mo' || element.name === 'mi') && unseen.test(mathText(element))
        ? []
        : [element];
  }
}

/** Temml takes `1,2` for one number; it is two, unless its commas part thousands. */
function listed(number: MathElement): readonly MathElement[] {
  const text = mathText(number);
  if (!text.includes(',') || /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text)) return [number];
  return text.split(/(,)/u).flatMap((piece): readonly MathElement[] => {
    if (piece === '') return [];
    return [{ name: piece === ',' ? 'mo' : 'mn', children: [piece] }];
  });
}

/** TeX gives the script of `|x|^2` to the second bar alone. */
function scriptedBar(
  element: MathElement,
): { readonly sign: string; readonly base: MathElement } | undefined {
  if (element.name !== 'msup' && element.name !== 'msub' && element.name !== 'msubsup') return undefined;
  const [base] = elementsOf(element);
  const sign = base && fenceOf(base);
  return base && sign !== undefined && bars.has(sign) ? { sign, base } : undefined;
}

function fenceOf(element: MathElement): string | undefined {
  if (element.name !== 'mo' && element.name !== 'mi') return undefined;
  const text = mathText(element);
  if (text === '∣' || text === '∥') return element.attributes?.fence === 'true' ? text : undefined;
  return opening.has(text) || closing.has(text) || bars.has(text) ? text : undefined;
}

/** Whether a bar has another in the same pair of brackets: `P(A|B)` has none. */
function hasPartner(row: readonly MathElement[], from: number, sign: string): boolean {
  let depth = 0;
  for (const element of row.slice(from + 1)) {
    const text = fenceOf(element) ?? scriptedBar(element)?.sign;
    if (text === undefined) continue;
    if (opening.has(text)) depth += 1;
    else if (closing.has(text)) depth -= 1;
    else if (text === sign && depth === 0 && element.attributes?.form !== 'prefix') return true;
    if (depth < 0) return false;
  }
  return false;
}
