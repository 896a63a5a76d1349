/** What can be made of a publication. */
export const editions = ['epub', 'm4b', 'mp3', 'captions', 'transcript', 'podcast', 'script', 'opus', 'acx', 'lpf'] as const; // prettier-ignore
export type Edition = (typeof editions)[number];

/** What is made unless something else is asked for: the rest is for shops, libraries and small devices. */
export const usualEditions: readonly Edition[] = ['epub', 'm4b', 'mp3', 'captions', 'transcript', 'podcast', 'script']; // prettier-ignore

const encoded: readonly Edition[] = ['m4b', 'mp3', 'podcast', 'opus', 'acx', 'lpf'];
/** Only timed by sound. */
const timed: readonly Edition[] = ['captions', 'transcript'];

/** Whether any of the editions is sound itself. */
export function needEncoding(wanted: ReadonlySet<Edition>): boolean {
  return encoded.some((edition) => wanted.has(edition));
}

/** Whether any of the editions needs a voice. */
export function needSound(wanted: ReadonlySet<Edition>): boolean {
  return needEncoding(wanted) || timed.some((edition) => wanted.has(edition));
}
