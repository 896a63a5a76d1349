import type { Block, Local } from '../../document/model.ts';
import type { PlacedImage } from '../layout.ts';
import type { Words } from '../words.ts';
import type { Xml } from '../xml/serialise.ts';

/** What emitters need to know of the chapter they write and of the package around it. */
export type EmitContext = {
  readonly words: Words;
  /** The address of an id, from within the chapter that is being written. */
  readonly hrefTo: (chapter: string, id: string) => string;
  readonly image: (path: string) => PlacedImage;
  /** The emitter of blocks, for blocks that hold blocks. */
  readonly blocks: (blocks: readonly Block[]) => readonly Xml[];
};

/** The language and direction of an element that differs from what surrounds it. */
export function localAttributes({ lang, dir }: Local): Record<string, string | undefined> {
  return { 'xml:lang': lang, lang, dir };
}
