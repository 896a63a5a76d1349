import { elementsOf, mathText, type MathElement } from '../math-tree.ts';
import { partsOf } from './fences.ts';
import { ordinalWords } from './numbers.ts';
import { isProduct } from './product.ts';
import { operand, type Around, type Said } from './said.ts';
import { functions } from './symbols.ts';

/** What stands below and above on the right: “x sub i squared”, “e to the minus x”, “f prime”. */
export function sayScripts(element: MathElement, around: Around): Said {
  const [base] = elementsOf(element);
  if (!base) return operand('');
  return scripted(around.speaker.row(partsOf([base]), around), element, around);
}

/** The scripts of an element on a base that is said already. */
export function scripted(own: Said, element: MathElement, around: Around): Said {
  const [base, first, second] = elementsOf(element);
  if (!base) return own;
  const sub = element.name === 'msup' ? undefined : first;
  const sup = element.name === 'msup' ? first : element.name === 'msubsup' ? second : undefined;
  const below = sub && mathText(sub).trim() !== '' ? withSub(own, sub, around) : own;
  return sup && mathText(sup).trim() !== '' ? withSup(below, base, sup, around) : below;
}

function withSub(base: Said, sub: MathElement, around: Around): Said {
  const { kind, simple, calls } = base;
  const inside = around.speaker.row(partsOf([sub]), around);
  const words = base.open === true ? `${base.words},` : base.words;
  const name = mathText(sub).replace(/[\u2061\s]/gu, '');
  const rest = { kind: kind === 'number' ? ('letter' as const) : kind, ...(calls && { calls }) };
  if (inside.simple)
    return operand(`${words} sub ${functions[name] === undefined ? inside.words : name}`, {
      ...rest,
      simple,
    });
  const list = partsOf([sub]).flatMap((part) =>
    'element' in part && mathText(part.element) !== ',' ? [part.element] : [],
  );
  const isList =
    list.length > 0 && partsOf([sub]).every((part) => 'element' in part) && isProduct(list, around);
  if (isList) {
    const letters = list.map((one) => around.speaker.element(one, around).words).join(' ');
    return operand(`${words} sub ${letters},`, { ...rest, simple: false });
  }
  return operand(`${words} with subscript ${inside.words}, end subscript,`, { ...rest, simple: false });
}

function withSup(base: Said, element: MathElement, sup: MathElement, around: Around): Said {
  const text = mathText(sup).replace(/\s/gu, '');
  const { simple, calls } = base;
  const isNumber = sup.name === 'mn';
  // A power of a number is one; brackets stay brackets.
  const kind = base.kind === 'fraction' || base.kind === 'share' ? 'operand' : base.kind;
  const raisedTo = (words: string, rest: Partial<Said> = {}): Said =>
    operand(words, { kind, simple, raised: true, ...rest });
  const words = base.open === true ? `${base.words},` : base.words;
  if (/^′+$/u.test(text))
    return raisedTo(`${words} ${primes[text.length] ?? 'prime'}`, { raised: false, ...(calls && { calls }) });
  if (text === '∘' || text === '°') {
    const unit = words === 'one' ? 'degree' : 'degrees';
    return operand(`${words} ${unit}`.trim(), {
      kind: base.words === '' ? 'postfix' : 'number',
      simple: true,
    });
  }
  if (isNumber && (text === '2' || text === '3'))
    return raisedTo(`${words} ${text === '2' ? 'squared' : 'cubed'}`);
  if (/^[⊤T]$/u.test(text.normalize('NFKC')) && /\p{Lu}|[\u{1D400}-\u{1D7FF}]/u.test(mathText(element)))
    return raisedTo(`${words} transpose`);
  if (around.limits === true && /^[+−]$/u.test(text))
    return raisedTo(`${words} from ${text === '+' ? 'above' : 'below'}`);
  const sign = signs[text];
  if (sign !== undefined) return raisedTo(`${words} ${sign}`);
  if (text === '−1' && (calls === 'always' || /^\p{Lu}$/u.test(mathText(element).normalize('NFKC'))))
    return raisedTo(`${words} inverse`, calls && { calls });
  if (isNumber && /^\d+$/u.test(text) && Number(text) >= 4 && Number(text) <= 100)
    return raisedTo(`${words} to the ${ordinalWords(Number(text))}`);
  const inside = around.speaker.row(partsOf([sup]), around);
  const opened = kind === 'number' || kind === 'fence' ? kind : 'operand';
  const order = /^\((\w+)\)$/u.exec(text)?.[1];
  if (order !== undefined && calls) {
    const count = /^\d+$/u.test(order) ? ordinalWords(Number(order)) : order === 'n' ? 'nth' : `${order}-th`;
    return raisedTo(`the ${count} derivative of ${words}`, { raised: false, calls });
  }
  if (inside.simple || isProduct([sup], around))
    return raisedTo(`${words} to the ${inside.words}`, { kind: opened, open: true, simple: false });
  return raisedTo(`${words} to the power ${inside.words}, end power,`, { kind: opened, simple: false });
}

const primes: Readonly<Record<number, string>> = {
  1: 'prime',
  2: 'double prime',
  3: 'triple prime',
  4: 'quadruple prime',
};

const signs: Readonly<Record<string, string>> = {
  '∗': 'star', '*': 'star', '+': 'plus', '−': 'minus', '†': 'dagger', '⊥': 'perp', '×': 'times', '±': 'plus or minus',
}; // prettier-ignore
