import { primaryLanguage } from '../language-tag.ts';

/**
 * Words that end in a full stop and do not, by that alone, end a sentence.
 * `always`: what follows belongs to them (Dr. Smith). `beforeDigits`: only before a number (No. 5, Oct. 1).
 * `either`: they may end a sentence too (etc., U.S., a.m.); what follows decides.
 * Written without the last full stop, in lower case.
 */
export type Abbreviations = {
  readonly always: ReadonlySet<string>;
  readonly beforeDigits: ReadonlySet<string>;
  readonly either: ReadonlySet<string>;
  /** Of those in `either`: times of day. A capital after them begins a sentence, but for a few words. */
  readonly times: ReadonlySet<string>;
  /** Words with a capital that go on about a time: 5 p.m. Eastern, 9 a.m. Monday. */
  readonly afterTimes: ReadonlySet<string>;
  /** Words that open a sentence with when it happened: "At 5 p.m. Smith left". */
  readonly when: ReadonlySet<string>;
  /** Words before which a time of day says which one is meant: "the 8 a.m. Mass". */
  readonly determiners: ReadonlySet<string>;
  /** Words that begin sentences far more often than they follow an abbreviation inside one. */
  readonly starters: ReadonlySet<string>;
  /** Whether a number with a full stop may be an ordinal ("am 3. Mai"). */
  readonly ordinals: boolean;
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Of a language in which times of day are not told so, or are followed by no capital. */
const timeless = {
  times: new Set<string>(),
  afterTimes: new Set<string>(),
  when: new Set<string>(),
  determiners: new Set<string>(),
};

const english: Abbreviations = {
  always: words('mr mrs ms mx dr prof rev fr st mt ft gen lt col maj capt sgt cpl cmdr adm gov pres sen rep hon messrs mmes vs v viz cf e.g i.e approx ca esp incl resp ed eds trans dept univ assn bros'), // prettier-ignore
  beforeDigits: words('no nos vol vols ch chap fig figs eq eqs sec sect p pp par art ref tab app jan feb mar apr jun jul aug sep sept oct nov dec op bk pt ver v ext tel'), // prettier-ignore
  either: words('etc inc ltd co corp jr sr u.s u.k u.n e.u u.s.a d.c a.m p.m b.c a.d ph.d m.d b.a m.a esq st ave blvd rd et.al al i.a'), // prettier-ignore
  times: words('a.m p.m'),
  afterTimes: words('eastern pacific central mountain atlantic greenwich zulu local monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'), // prettier-ignore
  when: words('at by on around about near from until till before after since just shortly only yesterday today tomorrow'), // prettier-ignore
  determiners: words('the a an this that every each his her its my our your their'),
  starters: words("the a an he she it they we i you this that these those there here but and or so yet then when while if in on at as after before since because although however meanwhile still also his her its their our my your what who why how where not no yes for from with by one some many most all each every it's he's she's they're"), // prettier-ignore
  ordinals: false,
};
const german: Abbreviations = {
  always: words('hr fr dr prof dipl ing z.b d.h u.a u.u v.a i.d.r bzw ca vgl evtl ggf inkl exkl sog st geb gest hrsg mind max min z.t z.zt s.o s.u a.a.o'), // prettier-ignore
  beforeDigits: words('nr bd abb abs art kap s tab vol jan feb mär apr jun jul aug sep sept okt nov dez tel'),
  either: words('usw etc u.a.m jh jhd v.chr n.chr'),
  ...timeless,
  starters: words('der die das ein eine er sie es wir ich du ihr dies diese dieser dieses da dort hier aber und oder doch dann wenn als nach vor seit weil obwohl jedoch im in am an auf mit von zu für'), // prettier-ignore
  ordinals: true,
};
const french: Abbreviations = {
  always: words('m mm mme mlle mgr dr pr st ste p.ex c.-à-d cf env éd trad'),
  beforeDigits: words('n no nos vol chap fig p pp art t janv févr avr juil sept oct nov déc tél'),
  either: words('etc'),
  ...timeless,
  starters: words('le la les un une des il elle ils elles nous vous je tu on ce cette ces mais et ou donc or ni car alors quand si dans sur à après avant'), // prettier-ignore
  ordinals: false,
};
const spanish: Abbreviations = {
  always: words('sr sra srta sres dr dra d dña prof ud uds p.ej cf'),
  beforeDigits: words('n núm no vol cap fig pág págs art ene feb mar abr jun jul ago sept oct nov dic tel'),
  either: words('etc ee.uu a.m p.m'),
  ...timeless,
  starters: words('el la los las un una unos unas él ella ellos ellas nosotros yo tú usted este esta estos pero y o entonces cuando si en a después antes'), // prettier-ignore
  ordinals: false,
};

const byLanguage: Readonly<Record<string, Abbreviations>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
const none: Abbreviations = {
  always: new Set(),
  beforeDigits: new Set(),
  either: new Set(),
  ...timeless,
  starters: new Set(),
  ordinals: false,
};

/** By the primary subtag of a BCP 47 tag. */
export function abbreviationsOf(language: string): Abbreviations {
  return byLanguage[primaryLanguage(language)] ?? none;
}
