import type { Element } from 'hast';
import { z } from 'zod';
import { holdable } from '../../holdable.ts';
import { placeSchema } from '../../problem.ts';
import type { IndexMark, Inline } from '../model.ts';
import { inlineText } from '../plain-text.ts';
import { placeOf, type BuildContext } from './context.ts';
import { attributeOf } from './html.ts';

/** What an author says of a term that the index is to have: the words of its entry, and of the entry below that. */
export const indexTermSchema = z.strictObject({
  /** Of the mark in the text. */
  id: z.string(),
  place: placeSchema,
  entry: z.string().min(1),
  /** Whether those are the words of the text, whose capital may be that of a sentence. */
  asWritten: z.boolean(),
  sub: z.string().min(1).exactOptional(),
  /** The entry that readers are sent to in this one's place: the mark itself is then no place of it. */
  see: z.string().min(1).exactOptional(),
  /** The entry that readers are sent to besides. */
  seeAlso: z.string().min(1).exactOptional(),
});
export type IndexTerm = z.output<typeof indexTermSchema>;

export function isIndexTerm(element: Element): boolean {
  return element.properties['dataLectern'] === 'index';
}

/** The place of a term before its words, which stay as they are; nothing where no words say what the entry is. */
export function indexMarkOf(
  element: Element,
  words: readonly Inline[],
  context: BuildContext,
): IndexMark | undefined {
  const as = valueOf(element, 'dataAs');
  const entry = as ?? folded(inlineText(words));
  if (entry === undefined) return undefined;
  const [sub, see, seeAlso] = [
    valueOf(element, 'dataSub'),
    valueOf(element, 'dataSee'),
    valueOf(element, 'dataSeeAlso'),
  ];
  const id = context.mint('ix', [entry, sub ?? ''].join('\0'));
  context.terms.push({
    id,
    place: placeOf(context, element),
    entry,
    asWritten: as === undefined,
    ...(sub !== undefined && { sub }),
    ...(see !== undefined && { see }),
    ...(seeAlso !== undefined && { seeAlso }),
  });
  return { type: 'index', id };
}

function valueOf(element: Element, name: string): string | undefined {
  return folded(holdable(attributeOf(element, name)));
}

function folded(words: string): string | undefined {
  const text = words.replace(/\s+/gu, ' ').trim().normalize('NFC');
  return text === '' ? undefined : text;
}
