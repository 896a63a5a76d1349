/**
 * Where the sound of an utterance begins and ends, in samples; undefined where there is none.
 *
 * The level is measured in frames of 5 ms. A frame is sound when it is louder than the utterance's own noise
 * (its quietest tenth) by 8 dB, and than its loudest frame less 48 dB. An utterance that hardly pauses has no quiet
 * tenth to measure, so the threshold never rises above the loudest frame less 40 dB: the breath that opens "f", "s"
 * and "h" lies 25 to 38 dB below the vowels in the voices that we measured, and counts as sound.
 * One loud frame alone between silent ones is a click, not speech. A murmur before the speech, 40 dB below its loudest
 * frame and parted from it by a silence, is not speech either: some voices draw breath so before a vowel, 130 ms early.
 */
export function soundRange(
  samples: Int16Array,
  sampleRate: number,
): { readonly begin: number; readonly end: number } | undefined {
  const frame = Math.max(1, Math.round(sampleRate * 0.005));
  const levels = frameLevels(samples, frame);
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0);
  if (loudest < 1) return undefined;
  const noise = levels.toSorted()[Math.floor(levels.length / 10)] ?? 0;
  const threshold = Math.min(Math.max(noise * 2.5, loudest * 0.004), loudest * 0.01);

  const isSound = (index: number): boolean => (levels[index] ?? 0) > threshold;
  const isSpeech = (index: number): boolean => isSound(index) && (isSound(index - 1) || isSound(index + 1));
  let first = 0;
  while (first < levels.length && !isSpeech(first)) first += 1;
  if (first === levels.length) {
    // Nothing lasts 10 ms: whatever is above the threshold is all the sound there is.
    const only = levels.findIndex((_, index) => isSound(index));
    const last = levels.findLastIndex((_, index) => isSound(index));
    return { begin: only * frame, end: Math.min((last + 1) * frame, samples.length) };
  }
  let last = levels.length - 1;
  while (!isSpeech(last)) last -= 1;
  first = afterMurmurs(levels, first, isSpeech, loudest * 0.01);
  return { begin: first * frame, end: Math.min((last + 1) * frame, samples.length) };
}

/** Silence that parts a murmur from speech, in frames of 5 ms: longer than the closure of a stop that is joined to it. */
const partingFrames = 8;

/** The first frame of speech from `first` on that belongs to a sound which rises above `murmur`. */
function afterMurmurs(
  levels: Float64Array,
  first: number,
  isSpeech: (index: number) => boolean,
  murmur: number,
): number {
  let begin = first;
  let quietFrames = 0;
  for (let index = first; index < levels.length; index += 1) {
    if (isSpeech(index)) {
      if (quietFrames >= partingFrames) begin = index;
      quietFrames = 0;
    } else quietFrames += 1;
    if ((levels[index] ?? 0) > murmur && isSpeech(index)) return begin;
  }
  return first;
}

/** The root mean square of each frame; the last may be shorter. */
function frameLevels(samples: Int16Array, frame: number): Float64Array {
  const levels = new Float64Array(Math.ceil(samples.length / frame));
  // A loop, for every sample of a book goes through it.
  for (let index = 0; index < levels.length; index++) {
    const begin = index * frame;
    const end = Math.min(begin + frame, samples.length);
    let sum = 0;
    for (let at = begin; at < end; at++) sum += (samples[at] ?? 0) ** 2;
    levels[index] = Math.sqrt(sum / (end - begin));
  }
  return levels;
}
