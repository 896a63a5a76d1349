import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';
import type { Meta, PackageDocument } from '../epub/package-document.ts';
import { parseClock, showSeconds } from './clock-value.ts';

/** EPUB 3.3, 9.3.5.1: durations are rounded, and the sum may be off by so much. */
const toleranceSeconds = 1;

/** What an overlay plays, by the id of its item; undefined where a clip's length is not known. */
export type PlayedSeconds = ReadonlyMap<string, number | undefined>;

/** The durations in the metadata against the clips, and their sum against that of the whole. Missing ones are EPUBCheck’s. */
export function checkDurations({ metas, items }: PackageDocument, played: PlayedSeconds): readonly Finding[] {
  const durations = metas.filter(({ property }) => property === 'media:duration');
  const toldOf = (id: string | undefined): Meta | undefined =>
    durations.find(({ refines }) => refines === id);
  const findings: Finding[] = [];
  for (const [id, seconds] of played) {
    const meta = toldOf(id);
    const told = meta && parseClock(meta.value);
    if (!meta || told === undefined || seconds === undefined || isNear(told, seconds)) continue;
    const path = items.find((item) => item.id === id)?.path ?? id;
    const message = `The overlay ${path} says that it lasts ${showSeconds(told)}; its clips last ${showSeconds(seconds)}.`;
    findings.push(finding('duration-wrong', message, meta.place));
  }
  const total = toldOf(undefined);
  const told = total && parseClock(total.value);
  const isComplete = [...played.keys()].every((id) => toldOf(id));
  const sum = durations
    .filter(({ refines }) => refines !== undefined)
    .reduce((seconds, { value }) => seconds + (parseClock(value) ?? NaN), 0);
  if (total && told !== undefined && isComplete && !Number.isNaN(sum) && !isNear(told, sum)) {
    const message = `The whole says that it lasts ${showSeconds(told)}; its overlays say ${showSeconds(sum)} together.`;
    findings.push(finding('total-duration-wrong', message, total.place));
  }
  return [...findings, ...durations.flatMap(notAClock)];
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= toleranceSeconds;
}

function notAClock({ value, place }: Meta): readonly Finding[] {
  if (parseClock(value) !== undefined) return [];
  return [finding('clip-time-wrong', `The duration “${value}” is no clock value.`, place)];
}
