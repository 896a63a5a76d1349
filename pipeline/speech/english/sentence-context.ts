import { tagWords, type Tagged } from './tag-words.ts';

/** What a choice between two readings looks at. */
export type Context = {
  /** As written, without punctuation. */
  readonly word: string;
  /** Small letters; the word `steps` further on, or back if negative; '' across a pause that ends a sentence. */
  readonly near: (steps: number) => string;
  /** The same as written. */
  readonly written: (steps: number) => string;
  readonly tagged: (steps?: number) => Tagged | undefined;
  readonly initial: boolean;
  /** A pause follows. */
  readonly atPause: boolean;
  /** Whether any of these words stands in the sentence. */
  readonly mentions: (words: ReadonlySet<string>) => boolean;
};

const modals = set(
  `will would can could should must may might shall do did don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't
   mustn't to let's please i'll you'll we'll they'll he'll she'll it'll i'd you'd we'd they'd he'd she'd gonna wanna helps help does`,
);
const subjects = set(`i we they you who`);
const third = set(`he she it who that which`);
const determiners = set(
  `the a an this that these those my your his its our their whose each every some any no another either neither
   of several many few two three four five six ten more less first second last next such own`,
);
const adverbs = set(
  `not never always often usually sometimes also only just really rarely seldom never still even ever actually generally deliberately simply
   quickly slowly carefully further strongly easily fully hardly cannot both all then`,
);
const objects = set(`me you him her it us them myself yourself himself herself itself ourselves themselves`);
const beForms = set(
  `am is are was were be been being i'm you're he's she's it's we're they're isn't aren't wasn't weren't get gets got`,
);
const haveForms = set(
  `have has had having i've you've we've they've haven't hasn't hadn't he'd she'd who've should've could've would've`,
);

export function set(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

export function afterAny(context: Context, words: ReadonlySet<string>): boolean {
  return words.has(context.near(-1));
}

/** The word that stands before, adverbs passed over: "will never record". */
export function beforeAdverbs({ near }: Context): string {
  let steps = -1;
  while (steps > -4 && adverbs.has(near(steps))) steps--;
  return near(steps);
}

export function isAfterBe(context: Context): boolean {
  return beForms.has(beforeAdverbs(context));
}

export function isAfterHave(context: Context): boolean {
  return haveForms.has(beforeAdverbs(context));
}

export function isAfterDeterminer(context: Context): boolean {
  return (
    determiners.has(context.near(-1)) ||
    (/[^.]'s$/.test(context.near(-1)) && !beForms.has(context.near(-1)) && context.near(-1) !== "let's")
  );
}

export function isAfterModal(context: Context): boolean {
  return modals.has(beforeAdverbs(context));
}

export function isAfterSubject(context: Context): boolean {
  return subjects.has(beforeAdverbs(context));
}

export function isAfterThird(context: Context): boolean {
  return third.has(beforeAdverbs(context));
}

/** Whether the word is a verb: what stands beside it tells most; for the rest the tagger. */
export function isVerb(context: Context): boolean {
  const before = beforeAdverbs(context);
  // A heading of one word is a name.
  if (context.initial && context.near(1) === '') return false;
  if (before !== context.near(-1) && (modals.has(before) || subjects.has(before))) return true;
  // "This increases the cost."
  if (
    /^(?:this|that|each)$/.test(context.near(-1)) &&
    context.word.endsWith('s') &&
    (determiners.has(context.near(1)) || objects.has(context.near(1)))
  )
    return true;
  if (isAfterDeterminer(context))
    return (
      context.near(-1) === 'that' && context.tagged()?.tag === 'verb' && determiners.has(context.near(1))
    );
  if (before === 'to') return !isNounAfterTo(context);
  if (modals.has(before) || (subjects.has(before) && !isAfterBe(context))) return true;
  if (third.has(before) && context.word.endsWith('s')) return true;
  if (beForms.has(before) && !determiners.has(context.near(1))) return false;
  if (objects.has(context.near(1)) && !beForms.has(before)) return true;
  if (context.initial && (determiners.has(context.near(1)) || objects.has(context.near(1))))
    return context.near(1) !== 'of';
  if (
    context.near(1) === 'of' ||
    beForms.has(context.near(1)) ||
    (modals.has(context.near(1)) && context.near(1) !== 'to')
  )
    return false;
  // "Winds buffet the coast."
  if (
    (determiners.has(context.near(1)) || /^(?:to|from|with|against)$/.test(context.near(1))) &&
    context.tagged(-1)?.plural === true
  )
    return true;
  return context.tagged()?.tag === 'verb';
}

/** "close to record highs", "due to increase": after some words "to" is a preposition. */
function isNounAfterTo(context: Context): boolean {
  const verbNext = determiners.has(context.near(1)) || objects.has(context.near(1)) || context.near(1) === '';
  if (verbNext) return false;
  return (
    /^(?:close|according|due|thanks|contrary|opposed|compared|prior|similar|addition|access|response|end|linked|rise|fall|rose|fell|back|subjected|limited)$/.test(
      context.near(-2),
    ) && context.tagged()?.tag !== 'verb'
  );
}

const sentenceEnd = /[.!?…]["”’')\]]*$/u;
const pause = /[.,;:!?…—–)\]"”]["”’']*$/u;

/** The contexts of the words of a text, by index. The tagger is asked once a sentence, and only where it is needed. */
export function sentenceContexts(
  texts: readonly string[],
  cores: readonly string[],
): (index: number) => Context {
  const begins = new Int32Array(texts.length);
  const ends = new Int32Array(texts.length);
  let begin = 0;
  texts.forEach((text, index) => {
    begins[index] = begin;
    if (sentenceEnd.test(text) || index === texts.length - 1 || index - begin >= 120) {
      for (let at = begin; at <= index; at++) ends[at] = index + 1;
      begin = index + 1;
    }
  });
  let taggedFrom = -1;
  let tags: readonly (Tagged | undefined)[] = [];
  return (index) => {
    const from = begins[index] ?? 0;
    const to = ends[index] ?? texts.length;
    const written = (steps: number): string => {
      const at = index + steps;
      return at < from || at >= to ? '' : (cores[at] ?? '');
    };
    return {
      word: cores[index] ?? '',
      written,
      near: (steps) => written(steps).toLowerCase(),
      tagged: (steps = 0) => {
        if (taggedFrom !== from) {
          tags = tagWords(texts.slice(from, to));
          taggedFrom = from;
        }
        return tags[index + steps - from];
      },
      initial: index === from || /["“(:]/u.test(texts[index]?.[0] ?? ''),
      atPause: index + 1 >= texts.length || pause.test(texts[index] ?? ''),
      mentions: (words) => {
        for (let at = from; at < to; at++) if (words.has((cores[at] ?? '').toLowerCase())) return true;
        return false;
      },
    };
  };
}
