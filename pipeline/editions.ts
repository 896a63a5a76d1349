/** What can be made of a publication. */
export const editions = ['epub', 'm4b', 'mp3', 'captions', 'transcript', 'script'] as const;
export type Edition = (typeof editions)[number];

/** Whether any of the editions needs a voice. */
export function needSound(wanted: ReadonlySet<Edition>): boolean {
  return (['m4b', 'mp3', 'captions', 'transcript'] as const).some((edition) => wanted.has(edition));
}
