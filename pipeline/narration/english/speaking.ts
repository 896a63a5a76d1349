import type { Place, Reading, Said } from './rule.ts';

/** Words that all voice one stretch. A capital that stands alone is a letter: "U S dollars". */
export function say(words: string, { begin, end }: Place): readonly Said[] {
  return words
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((text) =>
      /^[A-Z]$/u.test(text) ? { text, begin, end, letters: true as const } : { text, begin, end },
    );
}

/** With a capital where one is written: `Dr.` is "Doctor". */
export function sayAs(words: string, hit: Place & { readonly match: string }): readonly Said[] {
  const isCapital = /^\p{Lu}/u.test(hit.match);
  return say(isCapital ? words.replace(/^./u, (first) => first.toUpperCase()) : words, hit);
}

export function reading(words: string, place: Place): Reading {
  return { words: say(words, place) };
}

/** Letters named one by one, all voicing one stretch. */
export function spell(letters: string, { begin, end }: Place): readonly Said[] {
  return Array.from(letters, (text) => ({ text, begin, end, letters: true as const }));
}

/** Letters named one by one, each voicing its own place from `begin` on. */
export function spellOut(letters: string, begin: number): readonly Said[] {
  let place = begin;
  return Array.from(letters, (text) => {
    const from = place;
    place += text.length;
    return { text, begin: from, end: place, letters: true as const };
  });
}

/** A letter's capital; a ligature such as `ﬁ`, whose capitals are two letters and would move all places behind it, stays. */
export function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}
