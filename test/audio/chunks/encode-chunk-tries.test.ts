/** What happens when no limiter helps: with an encoder of the test's own, since real ones give in. */
import { beforeEach, expect, test, vi } from 'vitest';
import { encodeChunk } from '../../../pipeline/audio/chunks/encode-chunk.ts';
import { encodeTogether } from '../../../pipeline/audio/chunks/encode-together.ts';
import { toPcm } from '../../../pipeline/audio/chunks/pieces.ts';
import { findFfmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import { fromPcm, largest, sine } from '../loudness/sounds.ts';
import { contextOf, temporaryBlobs } from '../temporary-blobs.ts';

vi.mock('../../../pipeline/audio/chunks/encode-together.ts', () => ({ encodeTogether: vi.fn() }));
const encoder = vi.mocked(encodeTogether);
beforeEach(() => void encoder.mockReset());

const ffmpeg = await findFfmpeg({ environment: process.env });
const samples = 4608;
const levels = { blocks: [], samples: 10_368, sampleRate: 48_000, seconds: [-3] };

function frames(count: number): Uint8Array {
  const frame = Buffer.alloc(192);
  frame.set([0xff, 0xfb, 0x54, 0xc4]);
  return Buffer.concat(Array<Buffer>(count).fill(frame));
}

async function encode() {
  const blobs = await temporaryBlobs();
  const pcm = await blobs.write([toPcm(sine({ seconds: samples / 24_000, sampleRate: 24_000 }, 997, 0.9))]);
  const level = { gainDb: 0, ceilingDb: -3, truePeakDb: -1, codec: 'mp3', kilobits: 64 } as const;
  return encodeChunk.run({ pieces: [pcm], sampleRate: 24_000, ...level }, contextOf(blobs, { ffmpeg }));
}

test('five times it is limited by at least a decibel more, then what it measures is told as it is', async () => {
  const peaks: number[] = [];
  encoder.mockImplementation(async (_ffmpeg, { pcm }) => {
    peaks.push(20 * Math.log10(largest(fromPcm(await pcm()))));
    return { bytes: frames(9), levels: { ...levels, truePeak: -60 } };
  });
  expect((await encode()).levels.truePeak).toBe(-60);
  // Below the ceiling of -3 dB, with the 0.45 dB that LAME takes away made up.
  expect(peaks.map((peak) => Math.round((peak - 0.45) * 10) / 10)).toEqual([-3, -4, -5, -6, -7]);
});

test('it is lowered by what it is too high, where that is more', async () => {
  const found = [250, -100];
  encoder.mockImplementation(() =>
    Promise.resolve({
      bytes: frames(9),
      levels: { ...levels, truePeak: found[encoder.mock.calls.length - 1] ?? 0 },
    }),
  );
  expect((await encode()).levels.truePeak).toBe(-100);
  const peaks: number[] = [];
  for (const [, { pcm }] of encoder.mock.calls) peaks.push(20 * Math.log10(largest(fromPcm(await pcm()))));
  expect((peaks[0] ?? 0) - (peaks[1] ?? 0)).toBeCloseTo(3.5, 1);
});

test.each([8, 10])('%i frames where there should be nine are an error', async (count) => {
  encoder.mockResolvedValue({ bytes: frames(count), levels });
  await expect(encode()).rejects.toThrow(`The encoder made ${count} frames of 8: they cannot be joined.`);
});
