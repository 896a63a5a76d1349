import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { findFfmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import { encodeChunk, type EncodedChunk } from '../../../pipeline/audio/chunks/encode-chunk.ts';
import { gridOf } from '../../../pipeline/audio/chunks/grid.ts';
import { joined } from '../../../pipeline/audio/chunks/joined.ts';
import { toPcm } from '../../../pipeline/audio/chunks/pieces.ts';
import { m4a } from '../../../pipeline/audio/mp4/m4a.ts';
import { mp4Seconds } from '../../../pipeline/check/audio/mp4-seconds.ts';
import type { BlobAccess } from '../../../pipeline/engine/stage.ts';
import { contextOf, temporaryBlobs } from '../temporary-blobs.ts';
import { noise } from '../loudness/sounds.ts';

const rate = 24_000;
const ffmpeg = await findFfmpeg({ environment: process.env });

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-m4a-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Sound of so many grids, that ends in silence. */
async function chunkOf(grids: number, blobs: BlobAccess): Promise<EncodedChunk> {
  const samples = grids * gridOf(rate);
  const sound = new Float32Array(samples);
  sound.set(noise({ seconds: (samples - rate / 10) / rate, sampleRate: rate }, 0.2, grids));
  const pieces = [await blobs.write([toPcm(sound)])];
  const level = { gainDb: 0, ceilingDb: -1, truePeakDb: 0, codec: 'aac', kilobits: 64 } as const;
  return encodeChunk.run({ pieces, sampleRate: rate, ...level }, contextOf(blobs, { ffmpeg }));
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** As 16 bit samples. */
async function decoded(file: string): Promise<Buffer> {
  const args = ['-v', 'error', '-xerror', '-i', file, '-f', 's16le', '-'];
  const { stdout } = await promisify(execFile)(ffmpeg.path, args, { encoding: 'buffer', maxBuffer: 2 ** 28 });
  return stdout;
}

function inMemory(bytes: Buffer) {
  return {
    bytes: bytes.length,
    read: (offset: number, length: number) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

test.each([[[5]], [[3, 1, 12]]])(
  'a decoder hears each sample of chunks of %j grids, and none before them',
  async (grids) => {
    const blobs = await temporaryBlobs();
    const chunks: EncodedChunk[] = [];
    for (const count of grids) chunks.push(await chunkOf(count, blobs));
    const folder = await temporaryFolder();
    const [packed, bare] = [join(folder, 'packed.m4a'), join(folder, 'bare.aac')];
    await writeFile(packed, m4a(chunks, 48_000, contextOf(blobs, {})));
    await writeFile(bare, joined(chunks, blobs));
    const heard = await decoded(packed);
    const samples = grids.reduce((sum, count) => sum + count * 9216, 0);
    expect(heard.length).toBe(samples * 2);
    // What stands alone begins with the frame that the encoder put before it.
    expect(heard.equals((await decoded(bare)).subarray(1024 * 2))).toBe(true);
  },
);

test('what it says of its length is right to the sample, and its index stands in front', async () => {
  const blobs = await temporaryBlobs();
  const bytes = await bytesOf(m4a([await chunkOf(7, blobs)], 48_000, contextOf(blobs, {})));
  expect(await mp4Seconds(inMemory(bytes))).toBe((7 * 9216) / 48_000);
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  expect(bytes.equals(await bytesOf(m4a([await chunkOf(7, blobs)], 48_000, contextOf(blobs, {}))))).toBe(
    true,
  );
});

test('a page of more than a day still says how long it is', async () => {
  // The shortest frame with a header: a second frame follows every 9 bytes.
  const frame = Buffer.from([0xff, 0xf1, 0x4c, 0x40, 0x01, 0x3f, 0xfc, 0x01, 0x20]);
  const blobs = await temporaryBlobs();
  const frames = 2 ** 16;
  const bytes = Buffer.concat(Array.from({ length: frames }, () => frame));
  const run = {
    frames: { sha256: '0'.repeat(64), bytes: bytes.length },
    lastFrameByte: bytes.length - 9,
    frameCount: frames,
  };
  const runs = Array.from({ length: 66 }, () => run);
  const count = 66 * (frames - 1) + 1;
  const front: Uint8Array[] = [];
  const pieces = m4a(runs, 48_000, contextOf({ ...blobs, readAll: () => Promise.resolve(bytes) }, {}));
  for await (const piece of pieces) {
    front.push(piece);
    // The head of the media is the last before the sound.
    if (Buffer.from(piece).equals(Buffer.from('mdat'))) break;
  }
  const told = await mp4Seconds(inMemory(Buffer.concat(front)));
  expect(told).toBeCloseTo(((count - 1) * 1024) / 48_000, 3);
});

test('without sound there is no file', async () => {
  const blobs = await temporaryBlobs();
  await expect(bytesOf(m4a([], 48_000, contextOf(blobs, {})))).rejects.toThrow('There is no sound');
});
