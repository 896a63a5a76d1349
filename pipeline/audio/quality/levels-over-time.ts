/** How loud a file is while it lasts: for a picture, and for the words beside it. */
import type { Levels } from '../loudness/levels.ts';

/** Below this nothing is heard: pauses, and what encoders leave of them. */
export const HEARD_DB = -60;
/** Of a picture, however long the book. */
const MOST_POINTS = 800;

export type OverTime = {
  /** How much of the time each point stands for; the last may stand for less. */
  readonly secondsEach: number;
  /** Mean power in whole dB below full scale; -99 is silence. */
  readonly points: readonly number[];
  /** Of the seconds in which anything is heard. */
  readonly heard?: Heard;
};
export type Heard = {
  readonly quietestDb: number;
  readonly loudestDb: number;
  readonly meanDb: number;
};

type Second = { readonly begin: number; readonly seconds: number; readonly db: number };

/**
 * @param levels of the chunks in their order; each counts its own seconds, from its beginning
 * @param seconds of the whole file: chunks as they were measured are some milliseconds longer
 */
export function levelsOverTime(levels: readonly Levels[], seconds: number): OverTime {
  const all = secondsOf(levels, seconds);
  const secondsEach = Math.max(1, Math.ceil(seconds / MOST_POINTS));
  const count = Math.min(MOST_POINTS, Math.max(1, Math.ceil(seconds / secondsEach)));
  const bins = Array.from({ length: count }, () => ({ power: 0, seconds: 0 }));
  for (const one of all) {
    const bin = bins[Math.min(count - 1, Math.floor(one.begin / secondsEach))];
    if (!bin) continue;
    bin.power += powerOf(one);
    bin.seconds += one.seconds;
  }
  const heard = heardIn(all);
  return {
    secondsEach,
    points: bins.map((bin) => Math.round(decibels(bin.power, bin.seconds))),
    ...(heard && { heard }),
  };
}

/** The mean level of stretches that follow each other, in dB; nothing where nothing is heard. */
export function meanLevels(
  levels: readonly Levels[],
  seconds: number,
  begins: readonly number[],
): readonly (number | undefined)[] {
  const sums = begins.map(() => ({ power: 0, seconds: 0 }));
  let at = 0;
  for (const one of secondsOf(levels, seconds)) {
    // A second belongs to the stretch that its middle lies in.
    while ((begins[at + 1] ?? Infinity) <= one.begin + one.seconds / 2) at++;
    const sum = sums[at];
    if (!sum || one.db <= HEARD_DB) continue;
    sum.power += powerOf(one);
    sum.seconds += one.seconds;
  }
  return sums.map((sum) => (sum.seconds === 0 ? undefined : Math.round(decibels(sum.power, sum.seconds))));
}

function heardIn(all: readonly Second[]): Heard | undefined {
  const heard = all.filter(({ db }) => db > HEARD_DB);
  if (heard.length === 0) return undefined;
  let [quietestDb, loudestDb, power, seconds] = [Infinity, -Infinity, 0, 0];
  for (const one of heard) {
    quietestDb = Math.min(quietestDb, one.db);
    loudestDb = Math.max(loudestDb, one.db);
    power += powerOf(one);
    seconds += one.seconds;
  }
  return { quietestDb, loudestDb, meanDb: Math.round(decibels(power, seconds)) };
}

function secondsOf(levels: readonly Levels[], seconds: number): readonly Second[] {
  const measured = levels.reduce((sum, one) => sum + one.samples / one.sampleRate, 0);
  const scale = measured === 0 ? 1 : seconds / measured;
  const all: Second[] = [];
  let begin = 0;
  for (const one of levels) {
    const whole = one.samples / one.sampleRate;
    for (const [index, db] of one.seconds.entries())
      all.push({ begin: (begin + index) * scale, seconds: Math.min(1, whole - index) * scale, db });
    begin += whole;
  }
  return all;
}

function powerOf({ db, seconds }: Second): number {
  return db <= -99 ? 0 : 10 ** (db / 10) * seconds;
}

function decibels(power: number, seconds: number): number {
  return power === 0 ? -99 : Math.max(-99, 10 * Math.log10(power / seconds));
}
