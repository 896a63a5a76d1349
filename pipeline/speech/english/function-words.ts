import type { Accent } from './kokoro-symbols.ts';

/** Where a word stands: before a pause, and whether it is all there is between two pauses. */
export type Standing = { readonly atPause: boolean; readonly alone: boolean };

/**
 * Small words, American and British, as they sound in running speech: without stress. Those that begin with `-` stay so at the end of
 * a phrase ("I told him."); the others have their stress there ("What is it for?").
 */
const table = `
-the ðə ðə
-an ɐn ɐn
and ænd and
or ɔɹ ɔː
nor nɔɹ nɔː
but bʌt bʌt
of ʌv ɒv
for fɔɹ fɔː
from fɹʌm fɹɒm
at æt at
as æz az
by bI bI
in ɪn ɪn
with wɪð wɪð
into ɪntu ɪntuː
onto ɔntu ɒntuː
than ðæn ðan
if ɪf ɪf
is ɪz ɪz
am æm am
are ɑɹ ɑː
was wʌz wɒz
were wɜɹ wɜː
be bi biː
been bɪn biːn
has hæz haz
have hæv hav
had hæd had
can kæn kan
could kʊd kʊd
will wɪl wɪl
would wʊd wʊd
shall ʃæl ʃal
should ʃʊd ʃʊd
may mA mA
might mIt mIt
must mʌst mʌst
does dʌz dʌz
did dɪd dɪd
-he hi hiː
-she ʃi ʃiː
-it ɪt ɪt
-we wi wiː
-they ðA ðA
-you ju juː
-me mi miː
-him hɪm hɪm
-her hɜɹ hɜː
-us ʌs ʌs
-them ðɛm ðɛm
-his hɪz hɪz
-its ɪts ɪts
-my mI mI
-your jʊɹ jɔː
-our Wɹ Wə
-their ðɛɹ ðɛː
that ðæt ðat
some sʌm sʌm
`;
/** Small words with a second stress in running speech: their stressed vowel's place is marked. */
const half = `
i ˌI ˌI
not nˌɑt nˌɒt
on ˌɔn ˌɒn
do dˌu dˌuː
so sˌO sˌQ
who hˌu hˌuː
what wˌʌt wˌɒt
when wˌɛn wˌɛn
where wˌɛɹ wˌɛː
which wˌɪʧ wˌɪʧ
how hˌW hˌW
this ðɪs ðɪs
these ðiz ðiːz
those ðOz ðQz
there ðɛɹ ðɛː
because bəkˌʌz bɪkˌɒz
`;

type Form = { readonly US: string; readonly GB: string; readonly stays: boolean };

const forms = new Map<string, Form>();
for (const line of table.trim().split('\n')) add(line.replace(/^-/, ''), line.startsWith('-'));
for (const line of half.trim().split('\n')) add(line, false);

function add(line: string, stays: boolean): void {
  const [word = '', american = '', british = ''] = line.split(' ');
  forms.set(word, { US: american, GB: british, stays });
}

const firstVowel = /[AIOQWYaæɐɑɒəɛɜɪʊʌɔiu]/u;

/** How a small word sounds where it stands; undefined for other words. `beforeVowel`: so begins the next word, undefined if there is none. */
export function functionWord(
  word: string,
  accent: Accent,
  { atPause, alone }: Standing,
  beforeVowel: boolean | undefined,
): string | undefined {
  if (word === 'a') return alone || atPause ? 'ˈA' : 'ɐ';
  if (word === 'to') return atPause ? (accent === 'US' ? 'tˈu' : 'tˈuː') : beforeVowel === true ? 'tʊ' : 'tə';
  if (word === 'the' && (alone || atPause)) return 'ðˈi';
  if (word === 'the' && beforeVowel === true) return 'ði';
  const form = forms.get(word);
  if (form === undefined) return undefined;
  if (!alone && (!atPause || form.stays)) return form[accent];
  const plain = form[accent].replace('ˌ', '');
  return form[accent].includes('ˌ') ? form[accent].replace('ˌ', 'ˈ') : plain.replace(firstVowel, 'ˈ$&');
}

/** "it's", "we'll", "they've": unstressed before more words, as what they are made of. */
export const weakContraction = /^(?:he|she|it|we|they|you|that|there|who|what)'(?:s|re|ll|ve|d)$/;
/** "I'm", "I've". */
export const halfContraction = /^i'(?:m|ve|ll|d)$/;
