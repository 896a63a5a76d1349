import { expect, test } from 'vitest';
import { arrangeSegments } from '../../pipeline/audio/arrange-segments.ts';
import { contextOf, temporaryBlobs } from './temporary-blobs.ts';

test('every sample is there once, in the order that is asked for', async () => {
  const blobs = await temporaryBlobs();
  const pcm = await blobs.write([Buffer.from(Int16Array.from({ length: 90_000 }, (_, index) => index % 30_000).buffer)]); // prettier-ignore
  const ranges = [
    [80_000, 90_000],
    [0, 5],
    [5, 5],
    [5, 80_000],
  ] as const;
  const { pcm: arranged } = await arrangeSegments.run({ pcm, ranges }, contextOf(blobs, {}));
  const bytes: Uint8Array[] = [];
  for await (const piece of blobs.read(arranged)) bytes.push(piece);
  const samples = new Int16Array(new Uint8Array(Buffer.concat(bytes)).buffer);
  const expected = ranges.flatMap(([begin, end]) => Array.from({ length: end - begin }, (_, index) => (begin + index) % 30_000)); // prettier-ignore
  expect(Array.from(samples)).toEqual(expected);
});
