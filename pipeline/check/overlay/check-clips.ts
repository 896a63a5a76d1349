import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';
import { showSeconds } from './clock-value.ts';
import type { AudioClip } from './read-overlay.ts';

/** Times are written in milliseconds at best, so one of them is rounding and not a fault. */
const roundingSeconds = 0.001_5;

/** Each clip for itself, and against the length of its audio in seconds, where that is known. */
export function checkClip(clip: AudioClip, audioSeconds: number | undefined): readonly Finding[] {
  const { beginSeconds, endSeconds = audioSeconds, place } = clip;
  if (endSeconds !== undefined && clip.endSeconds !== undefined && endSeconds <= beginSeconds) {
    return [
      finding('clip-empty', `The clip begins at ${showSeconds(beginSeconds)} and ends at ${showSeconds(endSeconds)}.`, place), // prettier-ignore
    ];
  }
  const last = Math.max(beginSeconds, endSeconds ?? 0);
  if (audioSeconds === undefined || last <= audioSeconds + roundingSeconds) return [];
  return [
    finding(
      'clip-past-audio',
      `The clip goes to ${showSeconds(last)}, and ${clip.path} ends at ${showSeconds(audioSeconds)}.`,
      place,
    ),
  ];
}

/** The clips of all overlays in one audio file. Each that begins before the one before it has ended is told. */
export function checkOverlaps(clips: readonly AudioClip[]): readonly Finding[] {
  const sorted = clips
    .filter(({ beginSeconds, endSeconds = Infinity }) => endSeconds > beginSeconds)
    .toSorted((a, b) => a.beginSeconds - b.beginSeconds);
  const findings: Finding[] = [];
  let before: AudioClip | undefined;
  for (const clip of sorted) {
    const end = before && (before.endSeconds ?? Infinity);
    if (before && end !== undefined && clip.beginSeconds < end - roundingSeconds) {
      const until = end === Infinity ? 'the end' : showSeconds(end);
      const { path, line } = before.place;
      const message = `The clip begins at ${showSeconds(clip.beginSeconds)} of ${clip.path}, which another plays up to ${until} (${path}:${line ?? '?'}).`; // prettier-ignore
      findings.push(finding('clips-overlap', message, clip.place));
    }
    if (end === undefined || (clip.endSeconds ?? Infinity) > end) before = clip;
  }
  return findings;
}
