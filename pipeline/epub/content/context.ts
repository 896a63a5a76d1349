import type { Block, Local } from '../../document/model.ts';
import type { PlacedImage } from '../layout.ts';
import type { WordSpan } from '../overlay/word-spans.ts';
import type { Words } from '../words.ts';
import type { Xml } from '../../xml/serialise.ts';

/** What emitters need to know of the chapter they write and of the package around it. */
export type EmitContext = {
  readonly words: Words;
  /** In a glossary, definitions are those of the book's terms. */
  readonly inGlossary?: boolean;
  /** The address of an id, from within the chapter that is being written. */
  readonly hrefTo: (chapter: string, id: string) => string;
  /** The address of a reference to a note. */
  readonly hrefToReference: (reference: string) => string;
  readonly image: (path: string) => PlacedImage;
  /** The words of a sentence that have elements of their own, where words are read aloud one by one. */
  readonly wordSpans: (sentence: string) => readonly WordSpan[] | undefined;
  /** How a run of text is written, where not as it is. */
  readonly run?: (value: string) => readonly Xml[];
  /** The emitter of blocks, for blocks that hold blocks. */
  readonly blocks: (blocks: readonly Block[]) => readonly Xml[];
};

/** The language and direction of an element that differs from what surrounds it. */
export function localAttributes({ lang, dir }: Local): Record<string, string | undefined> {
  return { 'xml:lang': lang, lang, dir };
}
