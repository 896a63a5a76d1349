/** What listeners read about an episode. */
import type { Element } from 'xast';
import { fragmentXml } from '../xml/serialise.ts';
import { x } from '../xml/x.ts';

export type Notes = {
  /** What it is about, in plain text; a line break parts paragraphs. */
  readonly about: string;
  /** Who narrates, and that the voice is synthetic: listings are to say so. */
  readonly narratedBy: string;
  /** Marks to jump to; apps make links of their times. */
  readonly marks: readonly { readonly at: string; readonly title: string }[];
  /** Who holds the rights, in words. */
  readonly rights?: string | undefined;
  readonly licence?: { readonly name: string; readonly address?: string | undefined } | undefined;
  readonly direction: 'ltr' | 'rtl';
};

/** Apple Podcasts shows no more. */
const longestText = 4000;

/** In plain text. */
export function plainNotes({ about, narratedBy }: Pick<Notes, 'about' | 'narratedBy'>): string {
  return `${shortened(about, longestText - narratedBy.length - 2)}\n\n${narratedBy}`;
}

/** In HTML: the elements that every app shows. */
export function htmlNotes({ about, narratedBy, marks, rights, licence, direction }: Notes): string {
  const attributes = direction === 'rtl' ? { dir: 'rtl' } : {};
  const paragraph = (...children: readonly (Element | string)[]): Element => x('p', attributes, ...children);
  const paragraphs = about.split(/\n+/).filter((line) => line.trim() !== '');
  return fragmentXml([
    ...paragraphs.map((line) => paragraph(line)),
    ...(marks.length > 1 ? [x('ul', attributes, ...marks.map(markElement))] : []),
    paragraph(narratedBy),
    ...(rights === undefined ? [] : [paragraph(rights)]),
    ...(licence ? [paragraph(licenceElement(licence))] : []),
  ]);
}

/** The beginning of a text that is too long, up to a word's end. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${(/^[\s\S]*\S(?=\s)/.exec(text.slice(0, longest))?.[0] ?? cut).replace(/[\s.,;:–—-]+$/u, '')}…`;
}

function markElement({ at, title }: Notes['marks'][number]): Element {
  return x('li', {}, `${at} ${title}`);
}

function licenceElement({ name, address }: NonNullable<Notes['licence']>): Element | string {
  return address === undefined ? name : x('a', { href: address, rel: 'license' }, name);
}
