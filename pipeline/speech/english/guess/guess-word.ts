import { arpabet, demoted, type Arpabet } from '../arpabet.ts';
import { bestGraphones } from './best-graphones.ts';
import { graphoneData } from './graphone-data.ts';
import { settleStress } from './settle-stress.ts';
import { readGraphoneModel, type GraphoneModel } from './graphone-model.ts';

/** Learned endings: what stands before them is guessed alone, and loses its main stress. */
const learned: readonly (readonly [string, string])[] = [
  ['ology', 'AA1 L AH0 JH IY0'],
  ['ologies', 'AA1 L AH0 JH IY0 Z'],
  ['ologist', 'AA1 L AH0 JH IH0 S T'],
  ['ologists', 'AA1 L AH0 JH IH0 S T S'],
  ['ological', 'AH0 L AA1 JH IH0 K AH0 L'],
  ['ography', 'AA1 G R AH0 F IY0'],
  ['ographer', 'AA1 G R AH0 F ER0'],
  ['ographic', 'AH0 G R AE1 F IH0 K'],
  ['onomy', 'AA1 N AH0 M IY0'],
  ['ometry', 'AA1 M AH0 T R IY0'],
];

let model: GraphoneModel | undefined;

/**
 * The likely sounds of a word that no list knows, from its letters a–z. Empty where there is no letter to say.
 * The model is unpacked at the first call, 40 ms.
 */
export function guessWord(word: string): Arpabet {
  const letters = word.replace(/[^a-z]/g, '');
  if (letters === '') return [];
  const ending = learned.find(([end]) => letters.endsWith(end) && letters.length >= end.length + 2);
  if (ending !== undefined) {
    return [...demoted(guessWord(letters.slice(0, -ending[0].length))), ...arpabet(ending[1])];
  }
  const known = (model ??= readGraphoneModel(graphoneData));
  // The search is linear, but nobody says a word of hundreds of letters: it is said in pieces.
  const pieces = letters.match(/.{1,32}/g) ?? [];
  const sounds = pieces.flatMap((piece) => tidy((bestGraphones(known, piece) ?? []).flat()));
  return settleStress(letters, sounds);
}

/** No sound twice in a row: double letters are one. */
function tidy(phonemes: Arpabet): Arpabet {
  return phonemes.filter((phoneme, index) => phoneme !== phonemes[index - 1] || phoneme.length > 2);
}
