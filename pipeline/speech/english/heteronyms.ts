import { arpabet, type Arpabet } from './arpabet.ts';
import { withS } from './endings.ts';
import { choices } from './heteronym-choices.ts';
import { heteronymPairs } from './heteronym-pairs.ts';
import type { Accent } from './kokoro-symbols.ts';
import { isVerb, type Context } from './sentence-context.ts';

type Reading = (context: Context) => Arpabet;

/** The British say these in one way. */
const oneWayInBritain = new Set(['address', 'addresses', 'research', 'ally', 'proceed', 'update', 'updates']);

const readings = new Map<string, Reading>();
for (const line of heteronymPairs.trim().split('\n')) {
  const [word = '', noun = '', verb = ''] = line.split('|').map((field) => field.trim());
  const asNoun = arpabet(noun);
  const asVerb = arpabet(verb);
  const nounPlural = /^(?:house)$/.test(word) ? arpabet('HH AW1 Z IH0 Z') : withS(asNoun);
  const verbThird = withS(asVerb);
  readings.set(word, (context) => (isVerb(context) ? asVerb : asNoun));
  const plural = /(?:s|x|sh|ch)$/.test(word)
    ? `${word}es`
    : word.endsWith('y') && !/[aeo]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : `${word}s`;
  readings.set(plural, (context) => (isVerb(context) ? verbThird : nounPlural));
  if (!word.endsWith('s')) readings.set(`${word}'s`, () => withS(asNoun));
}
for (const [word, choose] of Object.entries(choices))
  readings.set(word, (context) => arpabet(choose(context)));
// As a noun "proceed" has only a plural.
readings.delete('proceed');

/** The sounds of a word with several readings, as its place in the sentence tells them; undefined for all other words. */
export function heteronym(word: string, accent: Accent, context: Context): Arpabet | undefined {
  if (accent === 'GB' && oneWayInBritain.has(word)) return undefined;
  const sounds = readings.get(word)?.(context);
  return sounds?.length === 0 ? undefined : sounds;
}

/** Every word with several readings. */
export function heteronymWords(): readonly string[] {
  return [...readings.keys()];
}
