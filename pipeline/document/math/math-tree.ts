/** Formulas as plain data: the elements of MathML Core that present, and nothing that runs, links or loads. */

export const mathTokens = ['mi', 'mn', 'mo', 'mtext'] as const;
export const mathElements = [
  ...mathTokens, 'mrow', 'mstyle', 'mfrac', 'msqrt', 'mroot', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover',
  'mmultiscripts', 'mprescripts', 'mphantom', 'mspace', 'mtable', 'mtr', 'mtd', 'math',
] as const; // prettier-ignore
export type MathName = (typeof mathElements)[number];

/** `class` is one of `mathClasses`. */
export const mathAttributes = [
  'accent', 'accentunder', 'class', 'columnspan', 'depth', 'displaystyle', 'fence', 'form', 'height', 'largeop', 'linethickness',
  'lspace', 'mathvariant', 'maxsize', 'minsize', 'movablelimits', 'rowspan', 'rspace', 'scriptlevel', 'separator', 'stretchy',
  'symmetric', 'width',
] as const; // prettier-ignore
export type MathAttribute = (typeof mathAttributes)[number];

/** How cells stand, and what has a frame: of these MathML Core leaves the looks to the style sheet. */
export const mathClasses = ['align-left', 'align-right', 'boxed'] as const;

export type MathElement = {
  readonly name: MathName;
  readonly attributes?: Readonly<Partial<Record<MathAttribute, string>>>;
  /** Text only in tokens: `mi`, `mn`, `mo`, `mtext`. */
  readonly children: readonly (MathElement | string)[];
};

/** The text of an element and all below it. */
export function mathText({ children }: MathElement): string {
  return children.map((child) => (typeof child === 'string' ? child : mathText(child))).join('');
}

export function elementsOf({ children }: MathElement): readonly MathElement[] {
  return children.filter((child) => typeof child !== 'string');
}
