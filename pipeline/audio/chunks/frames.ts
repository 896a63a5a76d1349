/** The frames of encoded sound: where one ends and the next begins. */

export type FrameCodec = 'aac' | 'mp3';

/** Samples in a frame: MPEG-1 layer III, and AAC-LC. */
export const frameSamples = { mp3: 1152, aac: 1024 } as const;

const MP3_KILOBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MP3_RATES = [44_100, 48_000, 32_000];
const AAC_HEADER_BYTES = 7;

/**
 * Where each frame begins, in bytes, and last where they end.
 *
 * @throws Error where something else than a frame stands
 */
export function frameStarts(bytes: Uint8Array, codec: FrameCodec): readonly number[] {
  const starts: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    starts.push(at);
    const length = codec === 'mp3' ? mp3Length(bytes, at) : aacLength(bytes, at);
    if (!(length > 0) || at + length > bytes.length)
      throw new Error(`The encoder's ${codec} has no whole frame at byte ${at} of ${bytes.length}.`);
    at += length;
  }
  return [...starts, at];
}

/** ISO/IEC 11172-3, 2.4.1.3: MPEG-1, layer III. */
function mp3Length(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xfe) !== 0xfa) return 0;
  const kilobits = MP3_KILOBITS[third >> 4] ?? 0;
  const rate = MP3_RATES[(third >> 2) & 3] ?? Infinity;
  if (kilobits === 0 || rate === Infinity) return 0;
  return Math.floor((144_000 * kilobits) / rate) + ((third >> 1) & 1);
}

/** ISO/IEC 13818-7, 6.2 (ADTS): the length, header included, is 13 bits across three bytes. */
function aacLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, , fourth = 0, fifth = 0, sixth = 0] = bytes.subarray(at, at + 7);
  if (first !== 0xff || (second & 0xf6) !== 0xf0) return 0;
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
  return length < AAC_HEADER_BYTES ? 0 : length;
}
