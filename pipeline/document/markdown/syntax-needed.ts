import type { Construct, Extension } from 'micromark-util-types';
import type { Processor } from 'unified';

/** The two extensions of GitHub's Markdown that look at every word or line of a text, in search of what few texts hold. */
const costly = {
  table: ['table'],
  autolink: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Costly = keyof typeof costly;

/** What each cannot do without; a character reference may stand for any sign of an address. */
const signs: Readonly<Record<Costly, RegExp>> = {
  table: /\||:-|-:/,
  autolink: /@|www|http|&#?\w+;/i,
};

/** Which of them a text may hold. */
export function neededFor(markdown: string): ReadonlySet<Costly> {
  return new Set((['table', 'autolink'] as const).filter((one) => signs[one].test(markdown)));
}

/**
 * Takes from the syntax that a processor has so far what a text does not need. For every letter that may begin an address
 * micromark stops and looks for one, so that it reads a text of prose in half the time where it need not.
 */
export function withoutCostly(this: Processor, needed: ReadonlySet<Costly>): void {
  const names = new Set<string | undefined>(
    (['table', 'autolink'] as const).filter((one) => !needed.has(one)).flatMap((one) => costly[one]),
  );
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? [])
    .flat()
    .map((extension) => without(extension, names));
  // What finds addresses again in the tree goes with what finds them in the text.
  if (!needed.has('autolink'))
    data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
      .flat()
      .filter(({ enter }) => !Object.hasOwn(enter ?? {}, 'literalAutolink'));
}

function without(extension: Extension, names: ReadonlySet<string | undefined>): Extension {
  return Object.fromEntries(
    Object.entries(extension).map(([place, constructs]) => [
      place,
      isByCode(place) ? withoutIn(constructs as ByCode, names) : constructs,
    ]),
  );
}

type ByCode = Readonly<Record<string, Construct | readonly Construct[] | undefined>>;

/** The parts of an extension that hold constructs, by the character that each begins with. */
function isByCode(place: string): boolean {
  return ['document', 'contentInitial', 'flowInitial', 'flow', 'string', 'text'].includes(place);
}

function withoutIn(constructs: ByCode, names: ReadonlySet<string | undefined>): ByCode {
  return Object.fromEntries(
    Object.entries(constructs).flatMap(([code, own]) => {
      const left = [own ?? []].flat().filter(({ name }) => !names.has(name));
      // A character that begins nothing must not be there at all: at each that is, micromark stops.
      return left.length === 0 ? [] : [[code, left]];
    }),
  );
}
