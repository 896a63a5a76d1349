import { elementsOf, mathText, type MathElement } from '../math-tree.ts';
import { partsOf } from './fences.ts';
import { operand, type Around, type Said } from './said.ts';
import { bigOperators, functions } from './symbols.ts';

/** Sums, integrals, limits, maxima and logarithms with what stands under and over them; undefined for any other base. */
export function sayLimits(element: MathElement, around: Around): Said | undefined {
  const [base, first, second] = elementsOf(element);
  if (!base || base.name === 'mrow') return undefined;
  const text = mathText(base).trim();
  const hasUnder = element.name !== 'msup' && element.name !== 'mover';
  const under = hasUnder ? first : undefined;
  const over = hasUnder ? second : first;
  const gathers = bigOperators[text];
  const inner: Around = { ...around, limits: true };
  const say = (part: MathElement): string => around.speaker.row(partsOf([part]), inner).words;
  if (gathers !== undefined) {
    const words = [
      gathers,
      under && lower(under, over !== undefined, say),
      over && `${under ? 'to' : 'up to'} ${say(over)}`,
    ];
    return { words: `${words.filter(Boolean).join(' ')} of`, kind: 'prefix', simple: false };
  }
  const named = functions[text];
  if (named === undefined) return undefined;
  if (under && /^lim/u.test(text)) return prefix(`${named} as ${say(under)} of`);
  if (under && /^(?:log|lg)$/u.test(text))
    return { words: `log base ${say(under)}`, kind: 'function', simple: true };
  if (under && !over) {
    const isOver = element.name === 'munder' || named.startsWith('the ');
    return isOver
      ? prefix(`${named} over ${say(under)} of`)
      : { words: `${named} sub ${say(under)}`, kind: 'function', simple: true };
  }
  if (over && !under) return { words: powerOf(named, over, say), kind: 'function', simple: true };
  return undefined;
}

function prefix(words: string): Said {
  return operand(words, { kind: 'prefix' });
}

function lower(under: MathElement, hasUpper: boolean, say: (part: MathElement) => string): string {
  const isRange = hasUpper || mathText(under).includes('=');
  const words = say(under);
  return isRange ? `from ${words}` : `over ${words}`;
}

/** sin² → “sine squared”, sin⁻¹ → “inverse sine” */
function powerOf(named: string, power: MathElement, say: (part: MathElement) => string): string {
  switch (mathText(power)) {
    case '2':
      return `${named} squared`;
    case '3':
      return `${named} cubed`;
    case '−1':
      return `inverse ${named}`;
    default:
      return `${named} to the ${say(power)}`;
  }
}
