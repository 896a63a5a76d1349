import type { Encoding } from '../profiles.ts';
import type { Delivery } from './delivery.ts';
import { judge, measuredOf, type Check, type Measured } from './judge.ts';
import { levelsOverTime, meanLevels, type OverTime } from './levels-over-time.ts';

/** One file of sound in `report.json`. */
export type AudioReport = {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly seconds: number;
  readonly profile: string;
  readonly encoding: Encoding;
  /** Whether no target is missed. */
  readonly passed: boolean;
  readonly targets: readonly Check[];
  /** Everything that was measured, wanted or not. */
  readonly measured: Measured;
  readonly chapters: number;
  readonly marks: readonly MarkReport[];
  readonly overTime: OverTime;
};

export type MarkReport = {
  readonly title: string;
  readonly beginMilliseconds: number;
  /** In dB below full scale, up to the next mark; nothing where nothing is heard. */
  readonly meanDb?: number;
};

/** @param file under which name and in which size it is handed out */
export function audioReport(
  { name, bytes }: { readonly name: string; readonly bytes: number },
  { sha256, profile, levels, seconds, chapters, marks = [] }: Delivery,
): AudioReport {
  const targets = judge(profile, levels);
  const means = meanLevels(levels, seconds, marks.map(({ beginMilliseconds }) => beginMilliseconds / 1000)); // prettier-ignore
  return {
    file: name,
    bytes,
    sha256,
    seconds: Math.round(seconds * 1000) / 1000,
    profile: profile.name,
    encoding: profile.encoding,
    passed: targets.every(({ result }) => result !== 'missed'),
    targets,
    measured: measuredOf(levels),
    chapters,
    marks: marks.map(({ title, beginMilliseconds }, index) => {
      const meanDb = means[index];
      return { title, beginMilliseconds, ...(meanDb !== undefined && { meanDb }) };
    }),
    overTime: levelsOverTime(levels, seconds),
  };
}
