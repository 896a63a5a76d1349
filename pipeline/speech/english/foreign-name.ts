import { arpabet, type Arpabet } from './arpabet.ts';
import type { Spelling } from './foreign-spelling.ts';
import { spellings } from './foreign-spellings.ts';

/**
 * The sounds of a name whose spelling gives its language away: `Kowalczyk`, `Müller`, `Xiaoping`; undefined for all others. What is
 * given is what an English speaker who knows the rule would say, not what a native says.
 */
export function foreignName(word: string): Arpabet | undefined {
  const found = spellings.find(({ signs }) => signs.test(word));
  if (found === undefined) return undefined;
  const sounds: string[] = [];
  for (let at = 0; at < word.length;) {
    const rule = found.rules.find(([pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(word);
    });
    if (rule !== undefined) {
      // A doubled consonant is one sound.
      const added = arpabet(rule[1]);
      if (added.length !== 1 || added[0] !== sounds.at(-1) || added[0]?.length === 2) sounds.push(...added);
    }
    at = rule === undefined || rule[0].lastIndex <= at ? at + 1 : rule[0].lastIndex;
  }
  return stressed(
    sounds.filter((sound, index) => sound !== 'R' || sounds[index - 1] !== 'ER'),
    found.stress,
    word,
  );
}

const vowelNames = /^(?:AA|AE|AH|AO|AW|AY|EH|ER|EY|IH|IY|OW|OY|UH|UW)$/;

function stressed(sounds: readonly string[], where: Spelling['stress'], word: string): Arpabet | undefined {
  const places = sounds.flatMap((sound, index) => (vowelNames.test(sound) ? [index] : []));
  if (places.length === 0) return undefined;
  const accented = /[áéíóú][^aeiouáéíóú]*$/u.test(word);
  const at = where === 'first' ? 0 : where === 'last' || accented ? -1 : -2;
  const main = places.at(at) ?? places[0];
  return sounds.map((sound, index) => {
    if (!vowelNames.test(sound)) return sound;
    if (index === main) return `${sound}1`;
    // An unstressed "a" at the end or beside the stress weakens.
    return sound === 'AA' && index === sounds.length - 1 ? 'AH0' : `${sound}0`;
  });
}
