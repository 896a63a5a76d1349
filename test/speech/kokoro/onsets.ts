/** Where sound begins after silence: a measure of its own, which knows nothing of words or of the model. */
const frameSeconds = 0.005;

/**
 * @param thresholdDecibels below the loudest frame; what is softer is silence
 * @param silenceSeconds how long it must have been silent before
 * @returns the onsets, in samples
 */
export function onsetsOf(
  samples: Int16Array,
  sampleRate: number,
  thresholdDecibels = -35,
  silenceSeconds = 0.1,
): number[] {
  const size = Math.round(frameSeconds * sampleRate);
  const levels: number[] = [];
  for (let at = 0; at + size <= samples.length; at += size)
    levels.push(Math.hypot(...samples.subarray(at, at + size)));
  const threshold = Math.max(...levels) * 10 ** (thresholdDecibels / 20);
  const onsets: number[] = [];
  let silent = Number.POSITIVE_INFINITY;
  for (const [frame, level] of levels.entries()) {
    if (level < threshold) {
      silent += frameSeconds;
      continue;
    }
    if (silent >= silenceSeconds) onsets.push(frame * size);
    silent = 0;
  }
  return onsets;
}
