import type { Element, Nodes, RootContent } from 'hast';
import { holdable } from '../../holdable.ts';
import { languageTag } from '../../language-tag.ts';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import type { Block, Local } from '../model.ts';
import type { MathSyntax, MathTools } from '../math/load-math.ts';
import type { Mint } from '../mint.ts';
import { attributeOf } from './html.ts';
import type { IndexTerm } from './index-mark.ts';
import type { NoteBook } from './notes.ts';
import { voiceOf } from './speech.ts';

/** Something that the text refers to, as written, and where. */
export type Use = { readonly place: Place; readonly written: string };

/** Where a run of blocks stands: text that has no paragraph of its own is `bare` inside items and cells. */
export type Placing = { readonly bare?: boolean };

/** What the builders of one file share. The lists grow as blocks are built, in reading order. */
export type BuildContext = {
  readonly file: string;
  /** BCP 47, of the text at hand. */
  readonly language: string;
  /** The publication's own language, for the words that Lectern adds. */
  readonly bookLanguage: string;
  /** Builds what is inside a block; here, and not imported, since it in turn calls the builder of each kind of block. */
  readonly blocksOf: (
    nodes: readonly RootContent[],
    context: BuildContext,
    placing?: Placing,
  ) => readonly Block[];
  readonly mint: Mint;
  /** From a heading's level in the source to its rank in the chapter. */
  readonly rankOf: (level: number) => 1 | 2 | 3 | 4 | 5 | 6;
  /** Inside a link there is no other link. */
  readonly inLink: boolean;
  readonly notes: NoteBook;
  /** What reads formulas, in a text that holds some. */
  readonly readMath?: MathTools['read'];
  readonly mathSyntax?: MathSyntax;
  readonly found: Problem[];
  readonly images: Use[];
  readonly links: Use[];
  readonly terms: IndexTerm[];
  /** Where pages of print begin, by their numbers. */
  readonly pages: Use[];
  /** From the ids and words that an author may link to, to the ids that were minted. */
  readonly anchors: Map<string, string>;
};

export function placeOf(context: BuildContext, node: Nodes): Place {
  return {
    file: context.file,
    ...(node.position && { line: node.position.start.line, column: node.position.start.column }),
  };
}

/** Where an element differs in language, direction or voice from what surrounds it. */
export function localOf(element: Element): Local {
  const lang = languageTag(attributeOf(element, 'lang') || attributeOf(element, 'xmlLang'));
  const dir = attributeOf(element, 'dir').toLowerCase();
  const voice = voiceOf(element);
  return {
    ...(lang !== undefined && { lang }),
    ...((dir === 'ltr' || dir === 'rtl' || dir === 'auto') && { dir }),
    ...(voice !== undefined && { voice }),
  };
}

/** The context inside an element: its language, where it has one of its own. */
export function within(context: BuildContext, local: Local): BuildContext {
  return local.lang === undefined ? context : { ...context, language: local.lang };
}

/** An author's own id on an element leads to what was minted for it. */
export function noteAnchor(context: BuildContext, element: Element, id: string): void {
  for (const name of [element.properties['id'], element.properties['name']]) {
    if (typeof name === 'string' && name !== '' && !context.anchors.has(name)) context.anchors.set(name, id);
  }
}

/** Text that a book can hold; that it held more is told once a place. */
export function cleanText(context: BuildContext, node: Nodes, value: string): string {
  const clean = holdable(value);
  if (clean.length !== value.length) context.found.push(problems.controlCharacter(placeOf(context, node)));
  return clean;
}
