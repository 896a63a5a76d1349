/** Plain words for the MARC relators that books need (id.loc.gov/vocabulary/relators). */
const relators: Readonly<Record<string, string>> = {
  author: 'aut', writer: 'aut', 'co-author': 'aut', creator: 'cre', editor: 'edt', translator: 'trl', illustrator: 'ill', artist: 'art',
  photographer: 'pht', narrator: 'nrt', reader: 'nrt', contributor: 'ctb', compiler: 'com', adapter: 'adp', annotator: 'ann',
  commentator: 'cmm', introduction: 'aui', foreword: 'aui', afterword: 'aft', 'cover designer': 'cov', 'book designer': 'bkd',
  designer: 'dsr', cartographer: 'ctg', composer: 'cmp', interviewer: 'ivr', interviewee: 'ive', proofreader: 'pfr', publisher: 'pbl',
  researcher: 'res', reviewer: 'rev', 'thesis advisor': 'ths', transcriber: 'trc',
}; // prettier-ignore

/** The code of a role that is written as a code or as a word; undefined for what is neither. */
export function relatorCode(role: string): string | undefined {
  const word = role.trim().toLowerCase();
  return relators[word] ?? (/^[a-z]{3}$/.test(word) ? word : undefined);
}
