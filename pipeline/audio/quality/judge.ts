/** Whether a file of sound is what its profile promises, by what its encoded sound measures. */
import { floorOf, loudnessOf, rmsOf, truePeakOf, type Levels } from '../loudness/levels.ts';
import type { Profile, Target } from '../profiles.ts';
import { inUnit, wantedInWords, type Unit } from './words.ts';

export type Measured = {
  /** In LUFS. */
  readonly loudness?: number;
  /** In dB below full scale, as the others are. */
  readonly truePeak?: number;
  readonly rms?: number;
  readonly floor?: number;
};
export type Quantity = keyof Measured;

export type Check = {
  readonly what: Quantity;
  /** As it is called in a sentence. */
  readonly name: string;
  readonly unit: Unit;
  /** Nothing where there was nothing to measure. In hundredths, as it is judged. */
  readonly measured?: number;
  readonly measuredInWords: string;
  readonly wanted: { readonly atLeast?: number; readonly atMost?: number; readonly inWords: string };
  readonly result: Result;
};

/** Where there is nothing to measure no loudness is missed, and no limit is passed. */
export type Result = 'met' | 'missed' | 'not measurable';

const names: Readonly<
  Record<Quantity, { readonly name: string; readonly unit: Unit; readonly absent: string }>
> = {
  loudness: { name: 'loudness', unit: 'LUFS', absent: 'nothing loud or long enough to measure' },
  truePeak: { name: 'true peak', unit: 'dBTP', absent: 'silence' },
  rms: { name: 'mean level (RMS)', unit: 'dB', absent: 'silence' },
  floor: { name: 'noise floor', unit: 'dB', absent: 'silence' },
};

/** What sound measures, in hundredths. A quantity is left out where silence has none. */
export function measuredOf(levels: readonly Levels[]): Measured {
  const found: Record<Quantity, number | undefined> = {
    loudness: loudnessOf(levels),
    truePeak: truePeakOf(levels),
    rms: rmsOf(levels),
    floor: floorOf(levels),
  };
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, value]) => value !== undefined && Number.isFinite(value))
      // Without the sign that a zero may have.
      .map(([what, value]) => [what, Math.round((value ?? 0) * 100) / 100 + 0]),
  );
}

/** Every target of a profile, in the order of its table, with what was measured. */
export function judge({ target }: Pick<Profile, 'target'>, levels: readonly Levels[]): readonly Check[] {
  const measured = measuredOf(levels);
  return bounds(target).map(({ what, ...limits }) => {
    const { name, unit, absent } = names[what];
    const value = measured[what];
    return {
      what,
      name,
      unit,
      ...(value !== undefined && { measured: value }),
      measuredInWords: value === undefined ? absent : inUnit(value, unit),
      wanted: { ...limits, inWords: wantedInWords(limits, unit) },
      result: resultOf(value, limits),
    };
  });
}

function resultOf(value: number | undefined, { atLeast, atMost }: Omit<Bound, 'what'>): Result {
  if (value === undefined) return atLeast === undefined ? 'met' : 'not measurable';
  return value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity) ? 'met' : 'missed';
}

type Bound = { readonly what: Quantity; readonly atLeast?: number; readonly atMost?: number };

function bounds({ loudness, rmsDb, truePeakDb, floorDb }: Target): readonly Bound[] {
  return [
    ...(loudness
      ? [
          {
            what: 'loudness' as const,
            atLeast: loudness.lufs - loudness.within,
            atMost: loudness.lufs + loudness.within,
          },
        ]
      : []),
    ...(rmsDb ? [{ what: 'rms' as const, ...rmsDb }] : []),
    { what: 'truePeak', atMost: truePeakDb },
    ...(floorDb === undefined ? [] : [{ what: 'floor' as const, atMost: floorDb }]),
  ];
}
