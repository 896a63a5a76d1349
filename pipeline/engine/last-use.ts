import { type Stats, utimesSync } from 'node:fs';

const grainMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Notes that a file was used, in its modification time: at most once a day, so that recalling stays cheap.
 * Access times would be free, but are off on many file systems.
 */
export function noteUse(path: string, stats: Stats): void {
  const now = Date.now();
  if (Math.abs(now - stats.mtimeMs) < grainMilliseconds) return;
  try {
    utimesSync(path, now / 1000, now / 1000);
  } catch {
    // A store that can only be read still serves; it only ages.
  }
}
