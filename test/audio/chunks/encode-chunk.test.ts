import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bindMp3 } from '../../../pipeline/audio/bind-mp3.ts';
import { encodedChunkSchema } from '../../../pipeline/audio/chunks/encode-chunk.ts';
import { frameStarts } from '../../../pipeline/audio/chunks/frames.ts';
import { joinedBytes, joinedFrames } from '../../../pipeline/audio/chunks/joined.ts';
import { chunksOf } from '../../../pipeline/audio/chunks/pieces.ts';
import { findFfmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import { truePeakOf } from '../../../pipeline/audio/loudness/levels.ts';
import { measureLevels } from '../../../pipeline/audio/loudness/measure-levels.ts';
import { bookOf } from '../books.ts';
import { decibels, largest, noise, sine } from '../loudness/sounds.ts';
import { probe } from '../probe.ts';
import { contextOf, temporaryBlobs } from '../temporary-blobs.ts';
import { chapterOf, decoded, delaySamples, encodedAs } from './chapters.ts';

const system = await findFfmpeg({ environment: process.env });
const sampleRate = 24_000;

/** Short loud noises, which lossy coding makes louder. */
function transients(): Float32Array {
  const random = noise({ seconds: 1.5, sampleRate }, 1);
  return random.map((sample, index) => (index % 2400 < 240 ? sample : sample * 0.01));
}

describe.each(['mp3', 'aac'] as const)('%s', (codec) => {
  test('where the encoded sound has peaks above the target it is limited more and encoded again', async () => {
    const blobs = await temporaryBlobs();
    const chapter = await chapterOf([{ sound: transients(), pauseSeconds: 0.2 }], sampleRate, blobs);
    const pieces = chunksOf(chapter).flat();
    const ceilingDb = -1;
    const loose = { gainDb: 6, ceilingDb, truePeakDb: 20 };
    const once = await encodedAs(pieces, chapter, codec, system, blobs, loose);
    // As it is limited at first it is too high, or there would be nothing to see here.
    expect(truePeakOf([once.levels])).toBeGreaterThan(-1);
    const kept = await encodedAs(pieces, chapter, codec, system, blobs, { ...loose, truePeakDb: -1 });
    expect(encodedChunkSchema.parse(kept)).toEqual(kept);
    expect(truePeakOf([kept.levels])).toBeLessThanOrEqual(-1);
    // And so says one who decodes it.
    const heard = await decoded(system, await blobs.readAll(kept.frames), ['-f', codec], 48_000, blobs);
    expect(truePeakOf([measureLevels(heard, 48_000)])).toBeLessThanOrEqual(-0.9);
    // No lower than it has to be.
    expect(truePeakOf([kept.levels])).toBeGreaterThan(-6);
  });

  test('what is measured is the chunk, not what the encoder was given before it', async () => {
    const blobs = await temporaryBlobs();
    const tone = sine({ seconds: 3, sampleRate }, 997, 0.25);
    const chapter = await chapterOf([{ sound: tone, pauseSeconds: 0 }], sampleRate, blobs);
    const { levels, frames, frameCount, lastFrameByte } = await encodedAs(
      chunksOf(chapter).flat(),
      chapter,
      codec,
      system,
      blobs,
    );
    const starts = frameStarts(await blobs.readAll(frames), codec);
    expect([starts.length - 1, starts.at(-2), starts.at(-1)]).toEqual([
      frameCount,
      lastFrameByte,
      frames.bytes,
    ]);
    expect(levels.samples).toBe(frameCount * (codec === 'mp3' ? 1152 : 1024));
    // A tone of 0.25 is -15.05 dB, with the silence behind it (a tenth) 0.3 dB less.
    expect(levels.seconds.slice(0, 3).map((level) => Math.abs(level + 15) <= 1)).toEqual([true, true, true]);
    expect(
      Math.abs((levels.rms ?? 0) / 100 + 15.05 + 10 * Math.log10(levels.samples / 144_000)),
    ).toBeLessThan(0.15);
  });
});

test('a bound MP3 begins at the first sample and ends at the last, and says so', async () => {
  const blobs = await temporaryBlobs();
  const clips = [0.35, 0.61, 0.2].map((size, index) => ({
    sound: sine({ seconds: 0.5 + index * 0.31, sampleRate }, 997, size, Math.PI / 2),
    pauseSeconds: 0.2,
  }));
  const chapter = await chapterOf(clips, sampleRate, blobs);
  const chunks = await Promise.all(
    chunksOf(chapter).map((pieces) => encodedAs(pieces, chapter, 'mp3', system, blobs)),
  );
  const { tags } = await bookOf([], blobs);
  const { samples } = chapter;
  const { file, seconds } = await bindMp3.run(
    { tags, marks: [], chunks, samples, sampleRate },
    contextOf(blobs, {}),
  );
  const path = join(blobs.folder, 'book.mp3');
  const bytes = await blobs.readAll(file);
  await writeFile(path, bytes);
  expect(seconds).toBe(samples / sampleRate);
  // ffprobe counts the frames, of which one more is needed for the encoder's delay.
  expect((await probe(path)).format.duration).toBeCloseTo(seconds + 1152 / 48_000, 3);
  const sound = await decoded(system, bytes, ['-f', 'mp3'], 48_000, blobs);
  expect(sound).toHaveLength((samples * 48_000) / sampleRate);
  // The tone begins at its highest, at once, and each clip where the timeline has it.
  for (const [index, { beginSample }] of chapter.clips.entries()) {
    const at = beginSample * 2;
    const size = clips[index]?.sound[0] ?? 0;
    expect(largest(sound, at, at + 480) / size).toBeGreaterThan(0.85);
    expect(decibels(largest(sound, at - 960, at - 240) / size)).toBeLessThan(-30);
  }
  expect(joinedFrames(chunks)).toBe((samples * 2) / 1152 + 1);
  expect(frameStarts(bytes.subarray(bytes.length - joinedBytes(chunks)), 'mp3')).toHaveLength(
    joinedFrames(chunks) + 1,
  );
  expect(delaySamples.mp3).toBe(576 + 529);
});
