/** What makes an EPUB heavy, and what would make it lighter, in words for the author. */
export type EpubWeights = {
  readonly pictureBytes: number;
  readonly soundBytes: number;
  readonly soundSeconds: number;
  readonly textBytes: number;
};

/** Less than this is not what makes a book too large. */
const littleBytes = 50 * 1024 * 1024;

export function weights({ pictureBytes, soundBytes, soundSeconds, textBytes }: EpubWeights): string {
  const parts = [
    { bytes: soundBytes, is: `of read-aloud (about ${Math.round(soundSeconds / 3600)} hours)` },
    { bytes: pictureBytes, is: 'of pictures' },
    { bytes: textBytes, is: 'of text' },
  ];
  const heavy = parts.filter(({ bytes }) => bytes > littleBytes);
  const named = heavy.map(({ bytes, is }) => `${gigabytes(bytes)} ${is}`);
  return `The EPUB would have about ${gigabytes(pictureBytes + soundBytes + textBytes)}: ${named.join(', ')}`;
}

export function waysOut({ pictureBytes, soundBytes }: EpubWeights): string {
  const ways = [
    ...(soundBytes > littleBytes ? ['make its EPUB without sound (narration: readAloud: none)'] : []),
    ...(pictureBytes > littleBytes ? ['have its pictures scaled down (images: largest: 1600)'] : []),
  ];
  return ['Split the publication into volumes, each in a folder of its own', ...ways].join('; or ') + '.';
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}
