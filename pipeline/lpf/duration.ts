/** Whole milliseconds, so that a sum of them is what its parts say. */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** ISO 8601: `PT61.5S`. Seconds alone, as players of audiobooks read them most surely. */
export function isoDuration(wholeMilliseconds: number): string {
  return `PT${wholeMilliseconds / 1000}S`;
}
