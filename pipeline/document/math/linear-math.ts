import { elementsOf, mathText, type MathElement } from './math-tree.ts';
import { raisedSigns } from '../../raised-signs.ts';

/** Invisible signs: applied to, times, separator, plus. */
const unseen = /[\u2061-\u2064\u200B\uFE0E]/gu;
const raised: Readonly<Record<string, string>> = {
  ...raisedSigns,
  '∘': '°',
  '′': '′',
};
const lowered: Readonly<Record<string, string>> = {
  '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉', '−': '₋', '+': '₊',
}; // prettier-ignore
/** Signs over a letter as marks that combine with it. */
const accents: Readonly<Record<string, string>> = {
  'ˆ': '\u0302', '^': '\u0302', '~': '\u0303', '˜': '\u0303', '‾': '\u0305', 'ˉ': '\u0304', '¯': '\u0304', '˙': '\u0307', '¨': '\u0308', '→': '\u20D7', 'ˇ': '\u030C',
}; // prettier-ignore
const relations = /^(?:[=≠<>≤≥≈≡∼≃≅∝∈∉⊂⊆⊃⊇→⇒⇔⟹⟺↦±+−×÷∪∩∧∨]|\p{L}+)$/u;
const gathering = /^[∑∏∫∬∭∮⋃⋂⨁⨂]/u;

/**
 * A formula in one line of plain text, as people type it where there is no typesetting: `x² + 2x`, `(a + b)/c`, `√(x + 1)`.
 * For titles, the printed script, and whoever reads in a language whose words for formulas Lectern does not know.
 */
export function linearMath(tree: MathElement): string {
  return linear(tree).replace(unseen, '').replace(/\s+/gu, ' ').replace(/ : +=/gu, ' :=').trim();
}

function linear(node: MathElement): string {
  const parts = elementsOf(node);
  const at = (index: number): string => {
    const part = parts[index];
    return part === undefined ? '' : linear(part);
  };
  switch (node.name) {
    case 'mi':
    case 'mn':
    case 'mtext':
      return mathText(node).replace(/[\u{1D400}-\u{1D7FF}]/gu, (letter) => letter.normalize('NFKC'));
    case 'mo':
      return operator(node);
    case 'mphantom':
    case 'mprescripts':
      return '';
    case 'mspace':
      return ' ';
    case 'mfrac':
      return node.attributes?.linethickness === '0'
        ? `${at(0)} ${at(1)}`
        : `${grouped(at(0))}/${grouped(at(1))}`;
    case 'msqrt':
      return `√${grouped(parts.map(linear).join(''))}`;
    case 'mroot':
      return `${scripted('', at(1), raised, '')}√${grouped(at(0))}`;
    case 'mover':
      return accented(at(0), at(1).trim());
    case 'msup':
      return scripted(at(0), at(1), raised, '^');
    case 'msub':
    case 'munder':
      return scripted(at(0), at(1), lowered, '_');
    case 'msubsup':
    case 'munderover':
      return scripted(scripted(at(0), at(1), lowered, '_'), at(2), raised, '^');
    case 'mtable':
      return parts.map(linear).join('; ');
    case 'mtr':
      return parts.map(linear).join(node.children.length > 1 && isAligned(parts) ? ' ' : ', ');
    default:
      return row(parts);
  }
}

/** `2 1/2` and `(3/4)x`, so that neither is taken for another number. */
function row(parts: readonly MathElement[]): string {
  return parts
    .map((part, index) => {
      const own = linear(part);
      const before = parts[index - 1]?.name;
      const behind = parts[index + 1]?.name;
      if (part.name === 'mfrac' && before === 'mn') return ` ${own}`;
      if (
        (part.name === 'mfrac' || part.name === 'msqrt') &&
        behind !== undefined &&
        behind !== 'mo' &&
        behind !== 'mspace'
      )
        return `(${own})`;
      return gathering.test(own) && part.name !== 'mrow' ? `${own} ` : own;
    })
    .join('');
}

function isAligned(cells: readonly MathElement[]): boolean {
  return cells.some(({ attributes }) => attributes?.class === 'align-right');
}

function operator(node: MathElement): string {
  const sign = mathText(node);
  if (/^[⏞⏟⎴⎵]$/u.test(sign)) return '';
  if (sign === ',' || sign === ';') return `${sign} `;
  if (sign === ':' || (sign === '|' && node.attributes?.fence !== 'true')) return ` ${sign} `;
  return relations.test(sign) && node.attributes?.form !== 'prefix' ? ` ${sign} ` : sign;
}

function accented(base: string, sign: string): string {
  const mark = accents[sign];
  return mark === undefined || base === '' ? scripted(base, sign, raised, '^') : base + mark;
}

function scripted(
  base: string,
  script: string,
  table: Readonly<Record<string, string>>,
  mark: string,
): string {
  const own = script.replace(unseen, '').trim();
  if (own === '') return base;
  const small = Array.from(own).map((character) => table[character]);
  if (own !== '' && small.every((character) => character !== undefined)) return base + small.join('');
  return `${base}${mark}${mark === '' ? own : grouped(own.replace(/ /gu, ''))}`;
}

function grouped(text: string): string {
  const own = text.replace(unseen, '').trim();
  return /^(?:[\p{L}\p{M}]|[\p{N}.,]+|[^\s()]{1,2})$/u.test(own) || /^\([^()]*\)$/u.test(own)
    ? own
    : `(${own})`;
}
