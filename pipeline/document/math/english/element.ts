import { elementsOf, mathText, type MathElement } from '../math-tree.ts';
import { partsOf } from './fences.ts';
import { sayFraction } from './fraction.ts';
import { sayLimits } from './limits.ts';
import { numberWords, ordinalWords } from './numbers.ts';
import { signWords } from './sign.ts';
import { applied, operand, type Around, type Said } from './said.ts';
import { sayScripts } from './scripts.ts';
import { accents, bigOperators, functions, greek, prefixes, things } from './symbols.ts';
import { sayTable } from './table.ts';

/** One element of a formula. */
export function sayElement(element: MathElement, around: Around): Said {
  const [first, second] = elementsOf(element);
  switch (element.name) {
    case 'mi':
      return sayIdentifier(mathText(element), around);
    case 'mn':
      return { words: numberWords(mathText(element)), kind: 'number', simple: true };
    case 'mtext':
      return { words: mathText(element).replace(/\s+/gu, ' ').trim(), kind: 'prefix', simple: true };
    case 'mo':
      return saySign(mathText(element), around);
    case 'mfrac':
      return sayFraction(element, around);
    case 'msqrt': {
      const inside = around.speaker.row(partsOf(elementsOf(element)), around);
      return operand(applied('the square root', inside, 'root'), { simple: inside.simple, open: true });
    }
    case 'mroot':
      return sayRoot(first, second, around);
    case 'msub':
    case 'msup':
    case 'msubsup':
      return sayLimits(element, around) ?? sayScripts(element, around);
    case 'munder':
    case 'mover':
    case 'munderover':
      return sayLimits(element, around) ?? sayOver(element, around);
    case 'mmultiscripts':
      return sayPrescripts(element, around);
    case 'mtable':
      return sayTable(element, around);
    case 'mspace':
    case 'mphantom':
    case 'mprescripts':
      return operand('');
    default:
      return around.speaker.row(partsOf(elementsOf(element)), around);
  }
}

function sayIdentifier(written: string, around: Around): Said {
  const text = written.trim();
  const named = functions[text];
  if (named !== undefined) return { words: named, kind: 'function', simple: true };
  if (things[text] !== undefined) {
    const kind = text === '%' ? 'postfix' : text === '∇' || text === '∂' ? 'letter' : 'operand';
    return { words: things[text], kind, simple: true };
  }
  if (/^[…⋯⋮⋱]$/u.test(text)) return operand('dot dot dot', { kind: 'prefix' });
  if (text === 'mod') return operand(text, { kind: 'prefix' });
  const plain = text.normalize('NFKC');
  if (Array.from(plain).length > 1) return operand(plain, { simple: true });
  if (!/\p{L}/u.test(plain)) return saySign(text, around);
  const isScript = /[\u{1D49C}-\u{1D503}ℒℋℬℰℱℐℳℛ]/u.test(text);
  return {
    words: `${isScript ? 'script ' : ''}${letterWords(plain, around)}`,
    kind: 'letter',
    simple: true,
    calls: /^[fghFGHPEOΓΦΨφϕψζ]$/u.test(plain) ? 'always' : 'simple',
  };
}

/** A letter by its name; that it is a capital is said only where the small one occurs too. */
function letterWords(letter: string, { bothCases }: Around): string {
  const small = letter.toLowerCase();
  const name = greek[small];
  const isCapital = small !== letter;
  return `${isCapital && bothCases.has(small) ? 'capital ' : ''}${name ?? letter}`;
}

function saySign(written: string, around: Around): Said {
  const text = written.replace(/\uFE0E/u, '');
  if (text === ',' || text === ';') return { words: ',', kind: 'comma', simple: false };
  if (text === '.') return operand('');
  if (text === '!') return { words: 'factorial', kind: 'postfix', simple: true };
  if (text === '?') return { words: 'question mark', kind: 'postfix', simple: true };
  if (/^[…⋯⋮⋱]$/u.test(text)) return operand('dot dot dot', { kind: 'prefix' });
  if (/^[′″‴]+$/u.test(text)) return { words: 'prime', kind: 'postfix', simple: true };
  const gathers = bigOperators[text];
  if (gathers !== undefined) return { words: `${gathers} of`, kind: 'prefix', simple: false };
  const named = functions[text];
  if (named !== undefined) return { words: named, kind: 'function', simple: true };
  const words = signWords(text, around);
  if (words !== undefined) return { words, kind: 'operator', simple: false };
  if (prefixes[text] !== undefined) return { words: prefixes[text], kind: 'prefix', simple: false };
  if (things[text] !== undefined) return { words: things[text], kind: 'operand', simple: true };
  const bracket = brackets[text];
  return { words: bracket ?? text, kind: 'operator', simple: false };
}

/** Brackets without their other halves. */
const brackets: Readonly<Record<string, string>> = {
  '(': 'open parenthesis', ')': 'close parenthesis', '[': 'open bracket', ']': 'close bracket', '{': 'open brace', '}': 'close brace', '‖': 'double bar',
}; // prettier-ignore

function sayRoot(inside: MathElement | undefined, degree: MathElement | undefined, around: Around): Said {
  const root = inside ? around.speaker.row(partsOf([inside]), around) : operand('');
  const text = degree ? mathText(degree) : '';
  const own = degree ? around.speaker.row(partsOf([degree]), around).words : '';
  const name =
    text === '3'
      ? 'cube root'
      : /^\d+$/u.test(text)
        ? `${ordinalWords(Number(text))} root`
        : text === 'n'
          ? 'nth root'
          : `root of degree ${own}`;
  return operand(applied(`the ${name}`, root, 'root'), { simple: root.simple, open: true });
}

/** Hats, bars, arrows, braces, and words over or under something. */
function sayOver(element: MathElement, around: Around): Said {
  const [base, ...others] = elementsOf(element);
  if (!base) return operand('');
  const own = around.speaker.row(partsOf([base]), around);
  const isOver = element.name === 'mover';
  const [first] = others;
  const sign = first && first.name === 'mo' ? mathText(first) : '';
  if (/^[⏞⏟⎴⎵]$/u.test(sign)) return own;
  const accent = accents[sign];
  const { calls } = own;
  const rest = { simple: own.simple, kind: own.kind, ...(calls && { calls }) } as const;
  if (/^[→⟶⃗]$/u.test(sign) && base.name !== 'mo') return operand(`vector ${own.words}`, rest);
  if (accent !== undefined && base.name !== 'mo') {
    const words = own.simple || own.calls ? own.words : `the quantity ${own.words}, end quantity,`;
    return operand(`${words} ${accent}`, rest);
  }
  const places = isOver ? ['above'] : ['below', 'above'];
  const labels = others.flatMap((other, index) => {
    const { words } = around.speaker.row(partsOf([other]), around);
    return words === '' ? [] : [`with ${words} ${places[index] ?? 'above'}`];
  });
  if (mathText(base) === '=' && /^def$/u.test(others.map(mathText).join('')))
    return { words: 'is defined as', kind: 'operator', simple: false };
  return { ...own, words: `${own.words}, ${labels.join(' and ')},`, simple: false };
}

/** `¹⁴₆C` */
function sayPrescripts(element: MathElement, around: Around): Said {
  const parts = elementsOf(element);
  const split = parts.findIndex(({ name }) => name === 'mprescripts');
  const say = (part: MathElement | undefined): string =>
    part ? around.speaker.row(partsOf([part]), around).words : '';
  const [base] = parts;
  const before = split < 0 ? [] : parts.slice(split + 1);
  const sub = say(before[0]);
  const sup = say(before[1]);
  return operand(
    [sup && `left superscript ${sup},`, sub && `left subscript ${sub},`, say(base)].filter(Boolean).join(' '),
  );
}
