import { elementsOf, mathText } from '../math-tree.ts';
import type { Fenced, Part } from './fences.ts';
import { applied, operand, type Around, type Said } from './said.ts';
import { sayMatrix, sayCases } from './table.ts';

/** What stands between two fences. Behind “is in” round brackets are an interval. */
export function sayFence(part: Fenced, around: Around, last: Said | undefined): Said {
  const afterIn = last?.words.endsWith(' in') === true || last?.words === 'in';
  const { open, close, inside } = part;
  const [only] = inside;
  if (only && inside.length === 1 && 'element' in only) {
    const { element } = only;
    if (element.name === 'mtable')
      return open === '{' && close === '' ? sayCases(element, around) : sayMatrix(element, open, around);
    if (element.name === 'mfrac' && element.attributes?.linethickness === '0' && open === '(') {
      const [n, k] = elementsOf(element).map((one) => around.speaker.element(one, around));
      if (n && k)
        return n.simple && k.simple
          ? operand(`${n.words} choose ${k.words}`, { kind: 'fraction' })
          : operand(`the binomial coefficient ${n.words} choose ${k.words}, end coefficient,`, {
              kind: 'fraction',
            });
    }
  }
  if (isModulus(part)) return operand(around.speaker.row(inside, around).words, { kind: 'prefix' });
  const content = around.speaker.row(inside, around);
  switch (open) {
    case '|':
    case '∣':
      return operand(applied('the absolute value', content, 'absolute value'), {
        open: true,
        simple: content.simple,
      });
    case '‖':
    case '∥':
      return operand(applied('the norm', content, 'norm'), { open: true, simple: content.simple });
    case '⌊':
      return operand(applied('the floor', content, 'floor'), { open: true, simple: content.simple });
    case '⌈':
      return operand(applied('the ceiling', content, 'ceiling'), { open: true, simple: content.simple });
    case '⟨': {
      const pair = argumentsOf(inside, around);
      if (pair.length === 2)
        return operand(`the inner product of ${pair.map(({ words }) => words).join(' and ')}, end product,`);
      return operand(`open angle bracket ${content.words} close angle bracket`, { kind: 'fence' });
    }
    case '{':
      return saySet(inside, around);
    default:
      return sayInterval(part, around, afterIn) ?? sayBrackets(part, content);
  }
}

/** `(mod n)` */
export function isModulus({ inside: [first] }: Fenced): boolean {
  return first !== undefined && 'element' in first && mathText(first.element) === 'mod';
}

/** What a function is applied to, where the brackets hold that: “f of x”, “P of A given B”. */
export function sayArguments(part: Fenced, last: Said, around: Around): Said | undefined {
  const isCall = last.kind === 'function' || last.calls !== undefined;
  if (!isCall || (part.open !== '(' && part.open !== '[') || part.inside.length === 0) return undefined;
  const given = argumentsOf(part.inside, { ...around, bar: 'given' });
  const hasBar = part.inside.some((one) => 'element' in one && /^[|∣]$/u.test(mathText(one.element)));
  if (given.every(({ simple, raised }) => simple && (raised !== true || given.length > 1))) {
    const isPlain =
      last.calls !== 'simple' || given.every(({ kind }) => kind === 'letter' || kind === 'number');
    if (!isPlain) return undefined;
    const words = given.map((one) => one.words);
    const said =
      words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : words.join('');
    return operand(said, { simple: words.length === 1 });
  }
  if (last.calls === 'simple') return undefined;
  const whole = around.speaker.row(part.inside, { ...around, bar: 'given' });
  if (hasBar && part.inside.length === 3) return operand(whole.words);
  return operand(`open parenthesis ${whole.words} close parenthesis`);
}

function argumentsOf(inside: readonly Part[], around: Around): readonly Said[] {
  const groups: Part[][] = [[]];
  for (const part of inside) {
    if ('element' in part && /^[,;]$/u.test(mathText(part.element))) groups.push([]);
    else groups.at(-1)?.push(part);
  }
  return groups.map((group) => around.speaker.row(group, around));
}

function saySet(inside: readonly Part[], around: Around): Said {
  if (inside.length === 0) return operand('the empty set', { simple: true });
  const has = inside.some((part) => 'element' in part && /^[|∣:]$/u.test(mathText(part.element)));
  const { words } = around.speaker.row(inside, { ...around, bar: 'such that', limits: has });
  return operand(`the set ${has ? 'of all ' : ''}${words}, end set,`);
}

/** `[a, b)`. Round brackets alone are an interval only where something is said to be in it: `(a, b)` may be a point. */
function sayInterval({ open, close, inside }: Fenced, around: Around, afterIn: boolean): Said | undefined {
  const [from, to, more] = argumentsOf(inside, around);
  if (!from || !to || more || from.words === '' || to.words === '') return undefined;
  if (open === '(' && close === ')')
    return afterIn ? operand(`the open interval from ${from.words} to ${to.words}`) : undefined;
  if (open === '[' && close === ']') return operand(`the closed interval from ${from.words} to ${to.words}`);
  if (!/^[[(]$/u.test(open) || !/^[\])]$/u.test(close)) return undefined;
  const ends = [open === '[' ? 'included' : 'excluded', close === ']' ? 'included' : 'excluded'];
  return operand(`the interval from ${from.words}, ${ends[0] ?? ''}, to ${to.words}, ${ends[1] ?? ''}`);
}

function sayBrackets({ open, close, inside }: Fenced, content: Said): Said {
  if (
    open === '(' &&
    close === ')' &&
    content.simple &&
    (content.kind === 'letter' || content.kind === 'number')
  )
    return { ...content, kind: 'fence' };
  // (f ∘ g)(x)
  const isComposed = inside.some((one) => 'element' in one && mathText(one.element) === '∘');
  const name = (sign: string): string => (/[[\]]/u.test(sign) ? 'bracket' : 'parenthesis');
  return operand(`open ${name(open)} ${content.words} close ${name(close)}`, {
    kind: 'fence',
    ...(isComposed && { calls: 'always' as const }),
  });
}
