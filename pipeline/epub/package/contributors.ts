import type { Element } from 'xast';
import { x } from '../xml/x.ts';
import type { Metadata } from '../../source/metadata.ts';

type Contributor = Metadata['authors'][number];

/** Plain words for the MARC relators that books need (id.loc.gov/vocabulary/relators). */
const relators: Readonly<Record<string, string>> = {
  author: 'aut', writer: 'aut', 'co-author': 'aut', creator: 'cre', editor: 'edt', translator: 'trl', illustrator: 'ill', artist: 'art',
  photographer: 'pht', narrator: 'nrt', reader: 'nrt', contributor: 'ctb', compiler: 'com', adapter: 'adp', annotator: 'ann',
  commentator: 'cmm', introduction: 'aui', foreword: 'aui', afterword: 'aft', 'cover designer': 'cov', 'book designer': 'bkd',
  designer: 'dsr', cartographer: 'ctg', composer: 'cmp', interviewer: 'ivr', interviewee: 'ive', proofreader: 'pfr', publisher: 'pbl',
  researcher: 'res', reviewer: 'rev', 'thesis advisor': 'ths', transcriber: 'trc',
}; // prettier-ignore

/** Who a book is by, as against who helped it: `dc:creator` as against `dc:contributor`. */
const creating = new Set(['aut', 'cre']);

/** The people of a publication. Where no author is among them, they are what it has: an anthology is by its editors. */
export function contributorElements(authors: readonly Contributor[]): readonly Element[] {
  const anyCreator = authors.some((author) => creating.has(roleOf(author).text));
  return authors.flatMap((author, index) => {
    const { text, coded } = roleOf(author);
    const creates = creating.has(text) || !anyCreator;
    const id = `contributor-${index + 1}`;
    const refines = `#${id}`;
    return [
      x(creates ? 'dc:creator' : 'dc:contributor', { id }, author.name),
      x('meta', { refines, property: 'role', scheme: coded ? 'marc:relators' : undefined }, text),
      ...(author.sortName === undefined
        ? []
        : [x('meta', { refines, property: 'file-as' }, author.sortName)]),
    ];
  });
}

/** A code as it is written, a word as its code; what is neither stays as it is, without a scheme. */
function roleOf({ role }: Contributor): { readonly text: string; readonly coded: boolean } {
  if (role === undefined) return { text: 'aut', coded: true };
  const word = role.trim().toLowerCase();
  const code = relators[word] ?? (/^[a-z]{3}$/.test(word) ? word : undefined);
  return code === undefined ? { text: role, coded: false } : { text: code, coded: true };
}
