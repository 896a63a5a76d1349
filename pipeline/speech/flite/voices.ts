import type { Voice } from '../engine.ts';

/** How the voices are built into flite: the function that loads each. */
export const voiceLoaders: Readonly<Record<string, string>> = {
  rms: 'register_cmu_us_rms',
  slt: 'register_cmu_us_slt',
  awb: 'register_cmu_us_awb',
  kal16: 'register_cmu_us_kal16',
  kal: 'register_cmu_us_kal',
};

const licence = 'BSD-4-Clause (Carnegie Mellon University)';
const voice = (name: string, sampleRate: number): Voice => ({
  id: `flite/${name}`,
  engine: 'flite',
  name,
  // All of them pronounce from the American dictionary, the Scottish awb included.
  languages: ['en-US'],
  sampleRate,
  licence,
});

/**
 * The English voices inside flite, the clearest first. rms and slt are statistical voices of a man and a woman, awb of a
 * Scottish man; kal16 and kal are small and rough. (awb_time, which is in there too, can only tell the time.)
 */
export const fliteVoices: readonly Voice[] = [
  voice('rms', 16_000),
  voice('slt', 16_000),
  voice('awb', 16_000),
  voice('kal16', 16_000),
  voice('kal', 8000),
];
