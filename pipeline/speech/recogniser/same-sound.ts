/**
 * Spellings among which a recogniser chooses freely, since each names the same sound: a row for each sound, the commonest first. Words that sound
 * different in any accent that Lectern speaks have no place in one row: they would hide an error.
 */
const rows: readonly string[] = [
  // Different words.
  'aloud allowed', 'bare bear', 'board bored', 'brake break', 'by buy bye', 'cell sell', 'cent scent sent', 'die dye',
  'fair fare', 'flour flower', 'hear here', 'heir air', 'hole whole', 'its it’s', 'knew new', 'know no', 'made maid',
  'mail male', 'meat meet', 'one won', 'pair pear', 'passed past', 'peace piece', 'plain plane', 'principal principle',
  'rain reign', 'right write', 'road rode', 'role roll', 'sail sale', 'o oh', 'sea see c', 'sight site', 'son sun', 'stairs stares',
  'steal steel', 'tail tale', 'their there they’re', 'threw through', 'wait weight', 'weak week', 'who’s whose',
  'wood would',
  // One word, written in two ways.
  'ageing aging', 'alright allright', 'cancelled canceled', 'catalogue catalog', 'cheque check', 'defence defense', 'disk disc',
  'dialogue dialog', 'draught draft', 'grey gray', 'judgement judgment', 'kerb curb', 'labelled labeled', 'licence license',
  'mould mold', 'offence offense', 'ok okay', 'plough plow', 'practise practice', 'programme program', 'skilful skillful',
  'storey story', 'till til', 'travelled traveled', 'travelling traveling', 'tyre tire', 'whisky whiskey',
]; // prettier-ignore

/** Endings that the British and Americans write differently. Long enough words alone: "our" is not "or". */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=^.{3,})our(?=$|s$|ed$|ing$|ful|less|able|ite|hood)/u, 'or'],
  [/(?<=^.{3,})is(?=e$|es$|ed$|ing$|er$|ers$|ations?$)/u, 'iz'],
  [/(?<=^.{3,})ys(?=e$|es$|ed$|ing$|er$|ers$)/u, 'yz'],
  [/(?<=^.{2,}[tb])re(?=s?$)/u, 'er'],
];

const firstOfRow = new Map(
  rows.flatMap((row) => {
    const words = row.replaceAll('’', '').split(' ');
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);

/** One spelling for all that sound the same. */
export function oneSpelling(word: string): string {
  const american = endings.reduce((spelled, [ending, to]) => spelled.replace(ending, to), word);
  return firstOfRow.get(american) ?? american;
}
