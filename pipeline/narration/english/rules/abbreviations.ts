import type { Hit, Reading, Rule } from '../rule.ts';
import { sayAs } from '../speaking.ts';
import { pauseOfStop } from '../ends-sentence.ts';
import { abbreviations, states, type When } from '../tables/abbreviations.ts';

const nameAfter = /^[ \u00A0](?:\p{Lu}|d['’e]|de |von |van |al-|\uFFFC)/u;
const numberAfter =
  /^[ \u00A0]?(?:[#§]?\p{N}|(?!I(?: \p{Ll}|['’]))[ivxlIVXL]{1,6}(?![\p{L}])|[A-Z]\d|[A-Z](?![\p{L}.]))/u;
/** A number and a street's name, a numbered street, or any name. */
const streetBefore = /(?:\d[\d-]*[A-Z]? (?:[NSEW]\.? )?(?:\p{Lu}[\p{L}’'-]* ){1,3}|\d(?:st|nd|rd|th) )$/u;
const namedBefore = /(?:^|[^\p{L}])\p{Lu}[\p{L}\p{M}’'-]+,? $/u;

/** `Dr.` doctor or drive, `St.` saint or street. */
const places: Rule = {
  name: 'abbreviations',
  group: 'abbreviations',
  starts: ['upper'],
  pattern: /(?<short>Dr|St|Sts|Ste)(?<stop>\.)?(?![\p{L}\p{M}\p{N}]|['’]\p{L}|-\p{Ll})/duy,
  read: (hit) => {
    if (/[\p{L}\p{N}'’&@#./_]$/u.test(hit.before)) return undefined;
    const short = hit.group('short');
    const isStreet =
      streetBefore.test(hit.before) ||
      (namedBefore.test(hit.before) && !nameAfter.test(hit.after) && !/(?:The|A|By|To) $/u.test(hit.before));
    const stop = hit.group('stop') === '.' ? pauseOfStop(hit.after) : {};
    if (isStreet && short !== 'Ste')
      return { words: sayAs(short === 'Dr' ? 'drive' : short === 'St' ? 'street' : 'streets', hit), ...stop };
    if (nameAfter.test(hit.after) || /^-\p{Lu}/u.test(hit.after)) {
      if (short === 'Dr') return { words: sayAs('doctor', hit) };
      return { words: sayAs(short === 'Sts' ? 'saints' : 'saint', hit) };
    }
    if (short === 'Dr' && hit.group('stop') === '.') return { words: sayAs('doctor', hit), ...stop };
    return undefined;
  },
};

/** All that the table names. */
const listed: Rule = {
  name: 'abbreviations',
  group: 'abbreviations',
  starts: ['upper', 'lower'],
  pattern: /(?<short>\p{L}{1,9})(?<stop>\.)?(?![\p{L}\p{M}]|['’]\p{L}|-\p{Ll})/duy,
  read: (hit) => {
    if (/[\p{L}\p{N}'’@#/_-]$/u.test(hit.before) || /(?:\p{L}\.|&)$/u.test(hit.before)) return undefined;
    const short = hit.group('short');
    const hasStop = hit.group('stop') === '.';
    const entry = (when: When): string | undefined => {
      const found = abbreviations[when].get(short);
      return found !== undefined && (hasStop || found.stopless || when === 'title') ? found.say : undefined;
    };
    const title = entry('title');
    if (title !== undefined && nameAfter.test(hit.after) && isTitle(hit, short, hasStop))
      return { words: sayAs(title, hit) };
    const number = entry('number');
    if (number !== undefined && numberAfter.test(hit.after) && isCounted(hit, short, hasStop))
      return { words: sayAs(number, hit) };
    if (!hasStop) return isJunior(hit, short) ? { words: sayAs(entryOf('place', short), hit) } : undefined;
    const place = entry('place');
    if (place !== undefined && isPlace(hit, short)) return stopped(hit, place);
    const stop = entry('stop');
    if (stop === undefined || !isCutShort(hit, short)) return undefined;
    return stopped(hit, short === 'ed' ? edOf(hit) : stop);
  },
};

/** "(ed.)" is an editor, "2nd ed." an edition, "ed. Smith" says by whom. */
function edOf({ before, after }: Hit): string {
  if (after.startsWith(')')) return /\(|, $/u.test(before.slice(-2)) ? 'editor' : 'edition';
  return /(?:\d\p{L}{2}|\p{L}{3}) $/u.test(before) ? 'edition' : 'edited';
}

function stopped(hit: Hit, words: string): Reading {
  return { words: sayAs(words, hit), ...pauseOfStop(hit.after) };
}

function entryOf(when: When, short: string): string {
  return abbreviations[when].get(short)?.say ?? '';
}

/** "Gen Z", "Mt" of a unit, "Rev" of a machine: without a full stop only those whom the British write so. */
function isTitle({ before, after }: Hit, short: string, hasStop: boolean): boolean {
  if (short === 'Ft' && !/^ \p{Lu}\p{Ll}/u.test(after)) return false;
  return (
    hasStop ||
    (/^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Messrs|Mme|Mlle|Sgt|Capt|Lt|Col|Mt|Cpl|Supt)$/u.test(short) &&
      !/\p{N} $/u.test(before))
  );
}

/** "the answer is no. 5 people": the word, at the end of a sentence. */
function isCounted({ before, after }: Hit, short: string, hasStop: boolean): boolean {
  if (/^\p{Lu}/u.test(after.trimStart()) && /^(?:[nlvfbdrc]|no|nos|max|min|pt|est)$/u.test(short))
    return false;
  if (short === 'no') return !/(?:is|was|said|say|says|answered|or|a|with|are|,) $/iu.test(before);
  // One letter is cut short in brackets and lists of sources: "(b. 1950)".
  if (/^[bdrn]$/u.test(short)) return /[(;,] ?$/u.test(before);
  if (/^(?:l|v|f|C|P)$/u.test(short)) return /(?:[(,;]|see|cf\.) ?$/u.test(before);
  if (/^c$/u.test(short)) return (hasStop || /[(] ?$/u.test(before)) && /^ ?\d/u.test(after);
  if (short === 'p' && !hasStop) return /(?:^|[(,;] ?|on )$/u.test(before) && after.startsWith(' ');
  if (/^No$/u.test(short) && !hasStop) return /^ \d/u.test(after);
  if (short === 'art' || short === 'app' || short === 'pl' || short === 'sec') return true;
  return true;
}

const companies = /^(?:Inc|Ltd|Corp|Co|Bros)$/u;

function isPlace({ before, after }: Hit, short: string): boolean {
  if (states.has(short)) return /\p{L}, $/u.test(before);
  if (short === 'Co' && /(?:in|from|of) $/u.test(before)) return true;
  if (companies.test(short)) return /(?:\p{L}|&|\d|\)),? $/u.test(before) && !/(?:The|A|In) $/u.test(before);
  if (short === 'Is' || short === 'Pl' || short === 'Ill')
    return namedBefore.test(before) && /^(?:$|,|\s+\p{Ll})/u.test(after);
  if (/^(?:Jr|Sr|Jnr|Snr|Esq)$/u.test(short)) return namedBefore.test(before);
  return namedBefore.test(before) || streetBefore.test(before);
}

/** The British write these without a full stop. */
function isJunior({ before, after }: Hit, short: string): boolean {
  if (/^(?:Jr|Sr|Jnr|Snr)$/u.test(short)) return namedBefore.test(before);
  if (/^(?:Inc|Ltd|Corp)$/u.test(short)) return namedBefore.test(before) && !nameAfter.test(after);
  return /^(?:Ave|Blvd|Rd|Pkwy|Hwy)$/u.test(short) && streetBefore.test(before);
}

/** Words that are cut short nowhere but inside a sentence: at its end they are words ("a good fig."). */
const words = new Set(
  'fig ed trans sing fem ref refs rev ser adj var sp max min temp app pl obs lit intro gov tel ext apt misc ch resp'.split(
    ' ',
  ),
);

function isCutShort({ before, after }: Hit, short: string): boolean {
  if (!words.has(short)) return true;
  const ends = /^["”’)\]]{0,3}\s*$/u.test(after) || /^\s+\p{Lu}/u.test(after);
  return !ends || /[(,] ?$/u.test(before) || /\d\p{L}* $/u.test(before);
}

/** `e.g.`, `i.e.`, `et al.`, `n.b.`, `w/o`: several pieces. */
const pieces: Readonly<Record<string, string>> = {
  'e.g': 'for example', eg: 'for example', 'i.e': 'that is', ie: 'that is', 'et al': 'et al', 'q.v': 'which see', 'n.b': 'note well',
  'N.B': 'note well', '&c': 'et cetera', vs: 'versus', etc: 'et cetera', 'w/o': 'without', 'w/': 'with', 'b/c': 'because', 'c/o': 'care of', 'v.': 'versus', 'n/a': 'not applicable',
  'N/A': 'not applicable', 's/he': 'she or he', 'op. cit': 'op cit', 'loc. cit': 'loc cit', 'a.k.a': 'also known as', 'p.a': 'per annum',
  'r.s.v.p': 'R S V P', 'i.a': 'among others', 'viz': 'namely', "O'clock": "o'clock", 'No': 'number', 'Nº': 'number', 'N°': 'number',
}; // prettier-ignore

const inPieces: Rule = {
  name: 'abbreviations',
  group: 'abbreviations',
  starts: ['upper', 'lower', 'sign'],
  pattern:
    /(?:(?<stopped>[eE]\.[ ]?g|[iI]\.[ ]?e|et al|q\.v|n\.b|N\.B|&c|op\. cit|loc\. cit|a\.k\.a|p\.a|r\.s\.v\.p|i\.a)\.|(?<loose>et al|vs(?![.=/])|etc(?!\.)|&c|eg(?=[,:])|ie(?=[,:])|w\/o|w\/|b\/c|c\/o|n\/a|N\/A|s\/he|N[º°](?= ?\d))|(?<versus>v\.?)(?= \p{Lu}))(?!\p{L})/duy,
  read: (hit) => {
    if (/[\p{L}\p{N}'’@#/_.-]$/u.test(hit.before)) return undefined;
    // "Roe v. Wade"; but a lone letter elsewhere.
    if (hit.group('versus') !== '')
      return /\p{Lu}[\p{L}’'-]+ $/u.test(hit.before) ? { words: sayAs('versus', hit) } : undefined;
    const short = (hit.group('stopped') || hit.group('loose')).replace(/\. (?=[ge]$)/u, '.');
    const said = pieces[short] ?? pieces[short.toLowerCase()] ?? '';
    if (hit.match === 'w/' && !/^ ?[\p{L}\d]/u.test(hit.after)) return undefined;
    return { words: sayAs(said, hit), ...(hit.match.endsWith('.') && pauseOfStop(hit.after)) };
  },
};

const sides: Readonly<Record<string, string>> = { N: 'north', S: 'south', E: 'east', W: 'west' };

/** `N. Main St.`: a side of the town before a street's name. */
const compass: Rule = {
  name: 'side of the town',
  group: 'abbreviations',
  starts: ['upper'],
  pattern:
    /[NSEW]\.(?= (?:\p{Lu}\p{Ll}+|\d+(?:st|nd|rd|th)) (?:St|Ave|Rd|Blvd|Dr|Street|Avenue|Road|Boulevard|Drive)(?!\p{L}))/duy,
  read: (hit) =>
    /[\p{L}\p{N}.]$/u.test(hit.before) ? undefined : { words: sayAs(sides[hit.match.charAt(0)] ?? '', hit) },
};

/** `rock ’n’ roll` */
const and: Rule = {
  name: 'and cut short',
  group: 'abbreviations',
  starts: ['sign'],
  pattern: /['’‘]n['’](?!\p{L})/duy,
  read: (hit) => ({ words: sayAs('and', hit) }),
};

/** `pp. 12ff.` */
const following: Rule = {
  name: 'following pages',
  group: 'abbreviations',
  starts: ['lower'],
  pattern: /ff\.?(?!\p{L})/duy,
  read: (hit) =>
    /\d[ \u00A0]?$/u.test(hit.before)
      ? { words: sayAs('and following', hit), ...pauseOfStop(hit.after) }
      : undefined,
};

export const abbreviationRules: readonly Rule[] = [following, and, compass, inPieces, places, listed];
