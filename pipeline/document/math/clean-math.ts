import {
  mathAttributes,
  mathElements,
  mathText,
  mathTokens,
  type MathAttribute,
  type MathElement,
  type MathName,
} from './math-tree.ts';

/** A node of temml's tree. */
export type TemmlNode = {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, unknown>>;
  readonly children?: readonly TemmlNode[];
};

/** What cannot be written in MathML Core. */
export class UnshownMath extends Error {
  override readonly name = 'UnshownMath';
}

const deepest = 80;
const mostElements = 5000;
/** Elements each of whose children has a meaning by its place. */
const placed = new Set<string>(['mfrac', 'mroot', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts']); // prettier-ignore

/** Only what a book may hold is taken over; what only serves temml's own style sheet is left behind. */
export function cleanMath(root: TemmlNode, display: boolean): MathElement {
  let count = 0;
  const children = (root.children ?? []).flatMap((child) => clean(child, 1));
  const attributes = display ? { displaystyle: 'true' } : {};
  return element('math', attributes, children);

  function clean(node: TemmlNode, depth: number): readonly MathElement[] {
    if (depth > deepest) throw new UnshownMath('it nests too deeply');
    count += 1;
    if (count > mostElements) throw new UnshownMath(`it has more than ${mostElements} parts`);
    const { type = '' } = node;
    if (type === '') return (node.children ?? []).flatMap((child) => clean(child, depth + 1));
    const inner = (): readonly MathElement[] =>
      (node.children ?? []).flatMap((child) => clean(child, depth + 1));
    if ((mathTokens as readonly string[]).includes(type)) return tokenOf(type as MathName, node);
    switch (type) {
      case 'mpadded':
      case 'none':
        return [asOne(inner())];
      case 'menclose':
        return [enclosed(node, inner())];
      case 'mspace':
        return node.attributes?.['width'] === undefined ? [] : [element('mspace', attributesOf(node), [])];
      case 'mtd':
        return isMargin(node) ? [] : [element('mtd', attributesOf(node), inner())];
      case 'mrow': {
        const attributes = attributesOf(node);
        return [
          attributes === undefined || Object.keys(attributes).length === 0
            ? asOne(inner())
            : element('mrow', attributes, inner()),
        ];
      }
    }
    const name = mathElements.find((known) => known === type);
    if (name === undefined) throw new UnshownMath(`books have no element <${type}>, which it needs`);
    const own = placed.has(type)
      ? (node.children ?? []).map((child) => asOne(clean(child, depth + 1)))
      : inner();
    return [element(name, attributesOf(node), own)];
  }
}

/** Signs without a glyph, which only separate, are left out. */
function tokenOf(name: MathName, node: TemmlNode): readonly MathElement[] {
  const text = textOf(node);
  return text === '' ? [] : [{ name, ...withAttributes(attributesOf(node)), children: [text] }];
}

function textOf({ text = '', children = [] }: TemmlNode): string {
  return text + children.map(textOf).join('');
}

function element(
  name: MathName,
  attributes: MathElement['attributes'],
  children: MathElement['children'],
): MathElement {
  return { name, ...withAttributes(attributes), children };
}

function withAttributes(attributes: MathElement['attributes'] = {}): Pick<MathElement, 'attributes'> {
  return Object.keys(attributes).length === 0 ? {} : { attributes };
}

function asOne(parts: readonly MathElement[]): MathElement {
  const children = wordsJoined(parts);
  const [only] = children;
  return only !== undefined && children.length === 1 ? only : element('mrow', {}, children);
}

/** Temml sets the letters of `\\mathrm{km/h}` one by one; those side by side are a word. */
function wordsJoined(parts: readonly MathElement[]): readonly MathElement[] {
  const joined: MathElement[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isUpright = (one: MathElement | undefined): one is MathElement =>
      one?.name === 'mi' && (one.attributes?.mathvariant === 'normal' || mathText(one).length > 1);
    if (part.attributes?.mathvariant === 'normal' && isUpright(last) && isUpright(part))
      joined[joined.length - 1] = { name: 'mi', children: [mathText(last) + mathText(part)] };
    else joined.push(part);
  }
  return joined;
}

function attributesOf({
  type,
  attributes = {},
  classes = [],
  style = {},
}: TemmlNode): MathElement['attributes'] {
  const kept: Partial<Record<MathAttribute, string>> = {};
  for (const name of mathAttributes) {
    const value = attributes[name];
    if (typeof value !== 'string' || !/^[a-z0-9.%+-]{1,40}$/iu.test(value) || name === 'class') continue;
    // MathML Core knows but the one.
    if (name === 'mathvariant' && value !== 'normal') continue;
    // EPUB's schema knows these of `mstyle` alone, and of tables the one.
    if (name === 'scriptlevel' && type !== 'mstyle') continue;
    if (name === 'displaystyle' && type !== 'mstyle' && type !== 'mtable') continue;
    kept[name] = name === 'linethickness' && /^0/u.test(value) ? '0' : withUnit(name, value);
  }
  if (classes.includes('tml-left')) kept.class = 'align-left';
  if (classes.includes('tml-right')) kept.class = 'align-right';
  if (style['border'] !== undefined) kept.class = 'boxed';
  return kept;
}

/** A length is a number with its unit, nought too (MathML Core, 2.1.2). */
function withUnit(name: MathAttribute, value: string): string {
  const isLength = ['lspace', 'rspace', 'width', 'height', 'depth', 'minsize', 'maxsize'].includes(name);
  return isLength && /^[0-9.]+$/u.test(value) ? `${value}em` : value;
}

/** The empty columns with which temml centres an equation beside its number. */
function isMargin(node: TemmlNode): boolean {
  return node.style?.['width'] === '50%' && textOf(node) === '';
}

/** Lines over and under are signs that stretch; other enclosures need a drawing. */
function enclosed({ attributes = {} }: TemmlNode, children: readonly MathElement[]): MathElement {
  const notation = typeof attributes['notation'] === 'string' ? attributes['notation'] : '';
  const line = (text: string): MathElement => element('mo', { stretchy: 'true' }, [text]);
  if (notation === 'top') return element('mover', { accent: 'true' }, [asOne(children), line('\u203E')]);
  if (notation === 'bottom')
    return element('munder', { accentunder: 'true' }, [asOne(children), line('\u005F')]);
  if (notation === 'box') return element('mrow', { class: 'boxed' }, children);
  throw new UnshownMath('lines struck through or drawn around a part are not shown by all readers');
}
