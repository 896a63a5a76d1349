import type { Voice } from '../engine.ts';

export const kokoroSampleRate = 24_000;
const licence = 'Apache-2.0 (Kokoro-82M)';

/** The voices of Kokoro-82M v1.0 by the first letter of their names, and the names after "f_" (women) and "m_" (men). */
const families = {
  a: { languages: ['en-US'], accent: 'American', women: 'heart bella nicole sarah aoede kore nova sky alloy jessica river', men: 'michael fenrir puck echo eric liam onyx adam santa' },
  b: { languages: ['en-GB'], accent: 'British', women: 'emma isabella alice lily', men: 'george fable lewis daniel' },
  e: { languages: ['es'], accent: 'Spanish', women: 'dora', men: 'alex santa' },
  f: { languages: ['fr-FR'], accent: 'French', women: 'siwis', men: '' },
  h: { languages: ['hi'], accent: 'Hindi', women: 'alpha beta', men: 'omega psi' },
  i: { languages: ['it'], accent: 'Italian', women: 'sara', men: 'nicola' },
  p: { languages: ['pt-BR'], accent: 'Brazilian', women: 'dora', men: 'alex santa' },
} as const; // prettier-ignore

type Family = keyof typeof families;

/**
 * Kokoro's voices, in each family the best first as their makers grade them. Those of Japanese and Chinese are left out:
 * they were trained on phonemes that no program here makes.
 *
 * @param isEnglish those whose phonemes Lectern makes itself; the others need espeak-ng
 */
export function kokoroVoices(isEnglish: boolean): readonly Voice[] {
  return (Object.keys(families) as Family[])
    .filter((family) => (family === 'a' || family === 'b') === isEnglish)
    .flatMap((family) => {
      const { languages, accent, women, men } = families[family];
      const one = (sex: 'f' | 'm', name: string): Voice => ({
        id: `kokoro/${family}${sex}_${name}`,
        engine: 'kokoro',
        name: `${family}${sex}_${name}`,
        languages,
        sampleRate: kokoroSampleRate,
        licence,
        description: `${accent}, a ${sex === 'f' ? 'woman' : 'man'}`,
      });
      return [...named(women).map((name) => one('f', name)), ...named(men).map((name) => one('m', name))];
    });
}

function named(list: string): readonly string[] {
  return list.split(' ').filter((name) => name !== '');
}

/** The English that a voice was trained on; undefined for a voice of another language. */
export function accentOf(voice: Pick<Voice, 'name'>): 'US' | 'GB' | undefined {
  if (voice.name.startsWith('a')) return 'US';
  return voice.name.startsWith('b') ? 'GB' : undefined;
}
