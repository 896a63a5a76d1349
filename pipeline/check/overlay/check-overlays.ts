/** What neither EPUBCheck nor Ace looks at: whether what is read aloud is the book, whole, in order and in time. */
import type { MeasureOptions } from '../audio/measure-audio.ts';
import type { Epub } from '../epub/open-epub.ts';
import type { Finding } from '../finding.ts';
import { checkAudio } from './check-audio.ts';
import { checkDurations } from './check-durations.ts';
import { checkPages, type PageOptions } from './check-pages.ts';
import { readOverlays } from './read-overlays.ts';

export type OverlayChecks = {
  /** How many pages are read aloud; 0 for a book of text alone. */
  readonly pages: number;
  readonly findings: readonly Finding[];
};

export type OverlayOptions = MeasureOptions & PageOptions;

export async function checkOverlays(epub: Epub, options: OverlayOptions = {}): Promise<OverlayChecks> {
  const { overlays, findings } = await readOverlays(epub);
  const audio = await checkAudio(epub, overlays, options);
  const pages = await checkPages(epub, overlays, options);
  return {
    pages: pages.voiced,
    findings: [
      ...findings,
      ...[...overlays.values()].flatMap((overlay) => overlay.findings),
      ...audio.findings,
      ...(overlays.size === 0 ? [] : checkDurations(epub.package, audio.played)),
      ...pages.findings,
    ],
  };
}
