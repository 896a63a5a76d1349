/** What can be made of a publication. */
export const editions = ['epub', 'm4b', 'mp3', 'captions', 'transcript', 'podcast', 'script', 'opus', 'acx', 'lpf'] as const; // prettier-ignore
export type Edition = (typeof editions)[number];

/** What is made unless something else is asked for: the rest is for shops, libraries and small devices. */
export const usualEditions: readonly Edition[] = ['epub', 'm4b', 'mp3', 'captions', 'transcript', 'podcast', 'script']; // prettier-ignore

/** Whether any of the editions needs a voice. */
export function needSound(wanted: ReadonlySet<Edition>): boolean {
  return (['m4b', 'mp3', 'captions', 'transcript', 'podcast', 'opus', 'acx', 'lpf'] as const).some(
    (edition) => wanted.has(edition),
  );
}

/** Whether any of the editions is sound itself: captions and transcripts are only timed by it. */
export function needEncoding(wanted: ReadonlySet<Edition>): boolean {
  return (['m4b', 'mp3', 'podcast', 'opus', 'acx', 'lpf'] as const).some((edition) => wanted.has(edition));
}
