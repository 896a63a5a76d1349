/** Every way in which a book's sound is delivered, with what it has to measure: in the encoded file, by ITU-R BS.1770-4. */

export type Target = {
  /** Integrated loudness, in LUFS, of the file as it stands: in mono (players that put mono on two speakers are 3 LU louder). */
  readonly loudness?: { readonly lufs: number; readonly within: number };
  /** Mean power, in dB below full scale. */
  readonly rmsDb?: { readonly atLeast: number; readonly atMost: number };
  /** In dB below full scale, between the samples too. */
  readonly truePeakDb: number;
  /** Power of the quietest half second, in dB below full scale. */
  readonly floorDb?: number;
};

export type Encoding = {
  readonly codec: 'aac' | 'mp3' | 'opus';
  readonly kilobits: number;
};

export type Profile = {
  readonly name: string;
  readonly encoding: Encoding;
  readonly target: Target;
  /** What the limiter lets through, in dB below full scale; lossy coding adds to peaks, so it lies below the target's. */
  readonly ceilingDb: number;
};

const audiobook = {
  name: 'audiobook',
  encoding: { codec: 'aac', kilobits: 64 },
  target: { loudness: { lufs: -18, within: 0.5 }, truePeakDb: -1 },
  ceilingDb: -3,
} as const satisfies Profile;

/**
 * - `audiobook`, and `overlay`, which is the same sound in the EPUB, cut by page: as loud as listening for hours is pleasant.
 * - `podcast`: Apple Podcasts' -16 LUFS. `opus` is the same in half of the bytes.
 * - `acx`: Audible's requirements of each file (192 kbit/s, constant, 44 100 Hz).
 */
export const profiles = {
  audiobook,
  overlay: { ...audiobook, name: 'overlay' },
  podcast: {
    name: 'podcast',
    encoding: { codec: 'mp3', kilobits: 64 },
    target: { loudness: { lufs: -16, within: 0.5 }, truePeakDb: -1 },
    ceilingDb: -3,
  },
  opus: {
    name: 'opus',
    encoding: { codec: 'opus', kilobits: 32 },
    target: { loudness: { lufs: -16, within: 0.5 }, truePeakDb: -1 },
    ceilingDb: -3.5,
  },
  acx: {
    name: 'acx',
    encoding: { codec: 'mp3', kilobits: 192 },
    target: { rmsDb: { atLeast: -23, atMost: -18 }, truePeakDb: -3, floorDb: -60 },
    ceilingDb: -4,
  },
} as const satisfies Record<string, Profile>;
export type ProfileName = keyof typeof profiles;
