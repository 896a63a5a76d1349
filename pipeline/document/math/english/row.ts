import { elementsOf, mathText, type MathElement } from '../math-tree.ts';
import { isModulus } from './fence.ts';
import { partsOf, type Part } from './fences.ts';
import { fractionWords } from './numbers.ts';
import { operand, type Around, type Said } from './said.ts';
import { scripted } from './scripts.ts';
import { relations } from './symbols.ts';
import { takeUnits } from './units.ts';

const operandKinds = new Set<Said['kind']>(['number', 'letter', 'operand', 'fraction', 'share', 'fence']);

/** Parts side by side. */
export function sayRow(parts: readonly Part[], around: Around): Said {
  const said: Said[] = [];
  let here: Around = parts.some((part) => 'inside' in part && isModulus(part))
    ? { ...around, modular: true }
    : around;
  for (let index = 0; index < parts.length;) {
    const part = parts[index];
    if (part === undefined) break;
    const text = textAt(parts, index);
    if (/^[∀∃∄]$/u.test(text)) here = { ...here, limits: true };
    const taken = takeCommon(parts, index, said, here);
    if (/^[:|∣⇒,]$/u.test(text) && around.bar !== 'given')
      here = { ...here, limits: text === ',' && here.limits === true };
    if (taken > 0) {
      index += taken;
      continue;
    }
    if ('inside' in part) takeFence(part, said, here);
    else if (!takeRaisedCall(part.element, said, here)) {
      const own = here.speaker.element(part.element, here);
      if (own.words !== '') takeSaid(own, said);
      if (/\bintegral\b/u.test(own.words)) here = { ...here, integral: true };
    }
    index += 1;
  }
  if (said.length === 0) return operand('');
  const [only] = said;
  if (only !== undefined && said.length === 1) return only;
  const letters = said.length > 1 && said.every(({ kind }) => kind === 'letter' || kind === 'number');
  return operand(join(said), { open: true, ...(letters && { calls: 'simple' as const }) });
}

/** What is read together: a number and its unit, `1/2`, `d x`, `f: A → B`, `1, …, n`. Returns how many parts it took. */
function takeCommon(parts: readonly Part[], index: number, said: Said[], around: Around): number {
  const text = textAt(parts, index);
  const last = said.at(-1);
  if (last?.kind === 'number') {
    const units = takeUnits(parts, index, last.words);
    if (units) {
      takeSaid({ words: units.words, kind: 'postfix', simple: true }, said);
      return units.count;
    }
  }
  if (text === '/' && last?.kind === 'number') {
    const before = textAt(parts, index - 1);
    const share = fractionWords(before, textAt(parts, index + 1));
    if (share !== undefined) {
      said[said.length - 1] = { words: share, kind: 'share', simple: true };
      return 2;
    }
  }
  const product = /^[⋅·]$/u.test(text) ? 'dot' : text === '×' ? 'cross' : undefined;
  if (product && (isVector(parts[index - 1]) || isVector(parts[index + 1]) || isFlux(parts, index, around))) {
    said.push({ words: product, kind: 'operator', simple: false });
    return 1;
  }
  if (text === 'd' && around.integral === true && said.length > 0) {
    const next = parts[index + 1];
    const variable = next && 'element' in next ? around.speaker.element(next.element, around) : undefined;
    if (variable && (variable.kind === 'letter' || variable.simple) && variable.kind !== 'operator') {
      const comma = last?.kind === 'operator' ? ' ' : ', ';
      said.push({ words: `${comma}d ${variable.words},`, kind: 'differential', simple: false });
      return 2;
    }
  }
  if (text === ':' && textAt(parts, index + 1) === '=') {
    said.push({ words: relations[':='] ?? '', kind: 'operator', simple: false });
    return 2;
  }
  if (text === ':') {
    const maps = parts.slice(index).some((_, offset) => /^[→⟶]$/u.test(textAt(parts, index + offset)));
    const words =
      around.bar ?? (maps ? 'maps' : said.some(({ kind }) => kind === 'prefix') ? 'such that' : 'to');
    said.push({ words, kind: 'operator', simple: false });
    return 1;
  }
  if (/^[→⟶]$/u.test(text) && around.limits !== true) {
    const maps = said.some(({ words }) => words === 'maps');
    said.push({ words: maps ? 'to' : 'goes to', kind: 'operator', simple: false });
    return 1;
  }
  const after = parts[index + 2];
  if (text === '∼' && after && 'inside' in after) {
    said.push({ words: 'is distributed as', kind: 'operator', simple: false });
    return 1;
  }
  if (text === '…' && last?.kind === 'comma') {
    const goesOn = textAt(parts, index + 1) === ',' && index + 2 < parts.length;
    said.push(operand(goesOn ? 'and so on up to' : 'and so on', { kind: 'prefix' }));
    return goesOn ? 2 : 1;
  }
  return 0;
}

/** Signs behind something are part of it. */
function takeSaid(own: Said, said: Said[]): void {
  const last = said.at(-1);
  if (own.kind !== 'postfix' || !last || !operandKinds.has(last.kind)) said.push(own);
  else {
    const kind = last.kind === 'fence' ? 'fence' : 'operand';
    said[said.length - 1] = { words: `${last.words} ${own.words}`, kind, simple: last.simple };
  }
}

/** `f(x)^2`: TeX gives the power to the brackets alone. */
function takeRaisedCall(element: MathElement, said: Said[], around: Around): boolean {
  const last = said.at(-1);
  const [base] = elementsOf(element);
  if (!last || !base || !/^m(?:sub|sup|subsup)$/u.test(element.name)) return false;
  const [fence, more] = partsOf([base]);
  if (!fence || more || !('inside' in fence)) return false;
  const call = around.speaker.call(fence, around, last);
  if (!call) return false;
  const whole = operand(`${last.words} of ${call.words}`, { open: true });
  said[said.length - 1] = scripted(whole, element, around);
  return true;
}

/** Set bold, under an arrow, or the sign of the gradient. */
function isVector(part: Part | undefined): boolean {
  if (!part || !('element' in part)) return false;
  const { element } = part;
  const text = mathText(element);
  return (
    (element.name === 'mover' && /[→⟶]$/u.test(text)) ||
    /^(?:∇|[\u{1D400}-\u{1D433}\u{1D468}-\u{1D49B}])/u.test(text)
  );
}

/** `F ⋅ dr` */
function isFlux(parts: readonly Part[], index: number, around: Around): boolean {
  return around.integral === true && textAt(parts, index + 1) === 'd';
}

function takeFence(part: Extract<Part, { inside: readonly Part[] }>, said: Said[], around: Around): void {
  const last = said.at(-1);
  const call = last && around.speaker.call(part, around, last);
  if (last && call !== undefined) {
    said[said.length - 1] = {
      ...last,
      words: `${last.words} of ${call.words}`,
      kind: 'operand',
      simple: last.simple && call.simple,
    };
    return;
  }
  said.push(around.speaker.fence(part, around, last));
}

function textAt(parts: readonly Part[], index: number): string {
  const part = parts[index];
  return part && 'element' in part && part.element.children.length === 1 && part.element.name.length <= 5
    ? mathText(part.element)
    : '';
}

function join(said: readonly Said[]): string {
  let words = '';
  let inFunction = false;
  said.forEach((own, index) => {
    const before = said[index - 1];
    const link = before === undefined ? '' : linkBetween(before, own);
    if (own.kind === 'operator' || own.kind === 'comma') inFunction = false;
    words += (inFunction && own.kind === 'function' && link === ' ' ? ' times ' : link) + own.words;
    if (before?.kind === 'function') inFunction = true;
  });
  return words;
}

/** What is said where nothing is written: “times”, “of”, “and”, or nothing. */
function linkBetween(a: Said, b: Said): string {
  if (b.kind === 'comma' || b.kind === 'differential') return '';
  const isWhole = b.words.startsWith('the ');
  if (a.kind === 'function' && (operandKinds.has(b.kind) || b.kind === 'function' || isWhole)) return ' of ';
  if (!operandKinds.has(a.kind)) return ' ';
  if (b.kind === 'function' || (b.kind === 'prefix' && isWhole))
    return a.open === true || a.kind === 'fraction' || a.kind === 'fence' || isWhole ? ' times ' : ' ';
  if (!operandKinds.has(b.kind)) return ' ';
  if (a.kind === 'number' && a.open !== true && b.kind === 'share') return ' and ';
  if (a.kind === 'share') return b.kind === 'fence' || b.kind === 'fraction' ? ' times ' : ' ';
  const isApart =
    a.kind === 'fence' ||
    b.kind === 'fence' ||
    a.kind === 'fraction' ||
    b.kind === 'fraction' ||
    b.kind === 'share' ||
    b.kind === 'number' ||
    a.open === true;
  return isApart ? ' times ' : ' ';
}
