import { elementsOf, mathText, type MathElement } from '../math-tree.ts';
import type { Part } from './fences.ts';
import { units } from './symbols.ts';

const lengths = new Set(['m', 'km', 'cm', 'mm']);
const names: Readonly<Record<string, string>> = { C: 'degrees Celsius', F: 'degrees Fahrenheit' };

/** The unit behind a number, set upright: “meters per second squared”. Undefined where there is none. */
export function takeUnits(
  parts: readonly Part[],
  from: number,
  number: string,
): { readonly words: string; readonly count: number } | undefined {
  const degrees = / degrees?$/u.test(number) ? nameOf(elementAt(parts, from)) : undefined;
  if (degrees !== undefined) return { words: degrees, count: 1 };
  const first = elementAt(parts, from);
  if (first && isDegree(first)) {
    const name = names[uprightText(elementAt(parts, from + 1)) ?? ''];
    return name === undefined ? undefined : { words: name, count: 2 };
  }
  const words: string[] = [];
  let index = from;
  let isPer = false;
  let single: string | undefined;
  for (; index < parts.length; index++) {
    const element = elementAt(parts, index);
    if (!element) break;
    if (
      words.length > 0 &&
      !isPer &&
      /^[/]$/u.test(mathText(element)) &&
      unitIn(elementAt(parts, index + 1))
    ) {
      isPer = true;
      words.push('per');
      continue;
    }
    if (words.length > 0 && /^[⋅·]$/u.test(mathText(element)) && unitIn(elementAt(parts, index + 1)))
      continue;
    const unit = unitIn(element);
    if (!unit) break;
    const isOne = isPer || unit.isInverse || number === 'one';
    if (unit.isInverse && !isPer) words.push('per');
    // “newton meters”: of several only the last is in the plural.
    else if (single !== undefined && !isPer) words[words.length - 1] = single;
    const name = (isOne ? unit.one : unit.several) + (unit.isInverse || isPer ? unit.after : '');
    words.push(unit.isInverse || isPer ? name : unit.power(name));
    single = unit.isInverse ? undefined : unit.power(unit.one);
  }
  return words.length === 0 ? undefined : { words: words.join(' '), count: index - from };
}

type Unit = {
  readonly one: string;
  readonly several: string;
  readonly isInverse: boolean;
  /** What is said of the power behind “per”. */
  readonly after: string;
  readonly power: (name: string) => string;
};

function unitIn(element: MathElement | undefined): Unit | undefined {
  if (!element) return undefined;
  const [base, exponent] = element.name === 'msup' ? elementsOf(element) : [element];
  const text = uprightText(base);
  const names = text === undefined ? undefined : units[text];
  const written = exponent ? mathText(exponent) : '1';
  if (!names || text === undefined || !/^−?[1-3]$/u.test(written)) return undefined;
  const [one, several] = names;
  const size = written.replace('−', '');
  const after = size === '2' ? ' squared' : size === '3' ? ' cubed' : '';
  const before = size === '2' ? 'square ' : size === '3' ? 'cubic ' : '';
  const power = (name: string): string => (lengths.has(text) ? before + name : name + after);
  return { one, several, isInverse: written.startsWith('−'), after, power };
}

function elementAt(parts: readonly Part[], index: number): MathElement | undefined {
  const part = parts[index];
  return part && 'element' in part ? part.element : undefined;
}

function isDegree(element: MathElement): boolean {
  const [base, sign] = element.name === 'msup' ? elementsOf(element) : [];
  return (
    base !== undefined && sign !== undefined && mathText(base).trim() === '' && /^[∘°]$/u.test(mathText(sign))
  );
}

function nameOf(element: MathElement | undefined): string | undefined {
  const text = uprightText(element);
  return text === 'C' ? 'Celsius' : text === 'F' ? 'Fahrenheit' : undefined;
}

/** Units are set upright, variables in italics. */
function uprightText(element: MathElement | undefined): string | undefined {
  if (!element) return undefined;
  const text = mathText(element).trim();
  if (element.name === 'mtext') return text;
  const isUpright =
    element.attributes?.mathvariant === 'normal' || Array.from(text).length > 1 || text === 'Ω';
  return element.name === 'mi' && isUpright ? text : undefined;
}
