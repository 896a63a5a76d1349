import { elementsOf, mathText, type MathElement } from '../math-tree.ts';
import { partsOf, type Part } from './fences.ts';
import { fractionWords, ordinalWords } from './numbers.ts';
import { applied, operand, type Around, type Said } from './said.ts';

/** “two thirds”, “a over b”, “the fraction a plus b over c, end fraction”, “the derivative of f with respect to x”. */
export function sayFraction(element: MathElement, around: Around): Said {
  const [numerator, denominator] = elementsOf(element);
  if (!numerator || !denominator) return operand('');
  const derivative = sayDerivative(numerator, denominator, around);
  if (derivative) return derivative;
  const share = fractionWords(mathText(numerator), mathText(denominator));
  if (share !== undefined && numerator.name === 'mn' && denominator.name === 'mn')
    return { words: share, kind: 'share', simple: true };
  const inner = { ...around, inFraction: true };
  const over = around.speaker.row(partsOf([numerator]), inner);
  const under = around.speaker.row(partsOf([denominator]), inner);
  if (element.attributes?.linethickness === '0') return operand(`${over.words} over ${under.words}`);
  if (over.simple && under.simple && around.inFraction !== true)
    return { words: `${over.words} over ${under.words}`, kind: 'fraction', simple: false };
  return {
    words: `the fraction ${over.words} over ${under.words}, end fraction,`,
    kind: 'fraction',
    simple: false,
  };
}

/**
 * Leibniz's notation, of any order and by several variables:
 *
 *     d      dy     d²y     ∂²f
 *     ──     ──     ───    ─────
 *     dx     dx     dx²    ∂x ∂y
 */
function sayDerivative(numerator: MathElement, denominator: MathElement, around: Around): Said | undefined {
  const [head, ...of] = partsOf([numerator]);
  const sign = differentialOf(head);
  if (!sign) return undefined;
  const by = partsOf([denominator]);
  const variables: string[] = [];
  for (let index = 0; index < by.length; index += 2) {
    const next = by[index + 1];
    if (textOf(by[index]) !== sign.text || !next || !('element' in next)) return undefined;
    const variable = next.element.name === 'msup' ? elementsOf(next.element)[0] : next.element;
    if (!variable) return undefined;
    variables.push(around.speaker.element(variable, around).words);
  }
  if (variables.length === 0 || (sign.order === '' && by.length !== 2)) return undefined;
  const order = /^\d+$/u.test(sign.order)
    ? `${ordinalWords(Number(sign.order))} `
    : sign.order === ''
      ? ''
      : sign.order === 'n'
        ? 'nth '
        : `${sign.order} times `;
  const label = `the ${order}${sign.text === '∂' ? 'partial ' : ''}derivative`;
  const respect = `with respect to ${variables.join(' and ')}`;
  if (of.length === 0) return { words: `${label} ${respect}`, kind: 'function', simple: true };
  const inside = around.speaker.row(of, around);
  return operand(`${applied(label, inside, 'quantity')} ${respect}`, { open: true });
}

function differentialOf(
  part: Part | undefined,
): { readonly text: string; readonly order: string } | undefined {
  const text = textOf(part);
  if (text === 'd' || text === '∂') return { text, order: '' };
  if (!part || !('element' in part) || part.element.name !== 'msup') return undefined;
  const [base, order] = elementsOf(part.element);
  const own = base ? mathText(base) : '';
  return (own === 'd' || own === '∂') && order ? { text: own, order: mathText(order) } : undefined;
}

function textOf(part: Part | undefined): string {
  return part && 'element' in part ? mathText(part.element) : '';
}
