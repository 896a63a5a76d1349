import { measureAudio, type MeasureOptions } from '../audio/measure-audio.ts';
import type { Epub } from '../epub/open-epub.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';
import { checkClip, checkOverlaps } from './check-clips.ts';
import type { PlayedSeconds } from './check-durations.ts';
import type { AudioClip } from './read-overlay.ts';
import type { Overlays } from './read-overlays.ts';

export type AudioChecks = { readonly findings: readonly Finding[]; readonly played: PlayedSeconds };

/** All clips of a book: each for itself, those of one file beside each other, and how long an overlay plays. */
export async function checkAudio(
  { archive }: Epub,
  overlays: Overlays,
  options: MeasureOptions,
): Promise<AudioChecks> {
  const findings: Finding[] = [];
  const lengths = new Map<string, number | undefined>();
  const byAudio = new Map<string, AudioClip[]>();
  const played = new Map<string, number | undefined>();
  for (const [id, { pars }] of overlays) {
    let sum: number | undefined = 0;
    for (const { audio } of pars) {
      if (!audio) continue;
      if (!lengths.has(audio.path)) {
        const isThere = archive.entries.has(audio.path);
        const seconds = isThere ? await measureAudio(archive, audio.path, options) : undefined;
        lengths.set(audio.path, seconds);
        if (!isThere)
          findings.push(finding('audio-missing', `${audio.path} is not in the book.`, audio.place));
        else if (seconds === undefined) findings.push(notMeasured(audio.path));
      }
      const length = lengths.get(audio.path);
      findings.push(...checkClip(audio, length));
      const end = audio.endSeconds ?? length;
      sum = sum === undefined || end === undefined ? undefined : sum + Math.max(0, end - audio.beginSeconds);
      const others = byAudio.get(audio.path);
      if (others) others.push(audio);
      else byAudio.set(audio.path, [audio]);
    }
    played.set(id, sum);
  }
  for (const clips of byAudio.values()) findings.push(...checkOverlaps(clips));
  return { findings, played };
}

function notMeasured(path: string): Finding {
  const message = 'The length of this audio was not measured, so clips beyond its end would not be seen.';
  return finding('audio-not-measured', message, { path });
}
