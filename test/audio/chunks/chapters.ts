/** A chapter in chunks and the same in one piece, encoded and decoded again, to be set beside its sound. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { encodeChunk, type EncodedChunk } from '../../../pipeline/audio/chunks/encode-chunk.ts';
import type { FrameCodec } from '../../../pipeline/audio/chunks/frames.ts';
import { encodedRate } from '../../../pipeline/audio/chunks/grid.ts';
import { joined } from '../../../pipeline/audio/chunks/joined.ts';
import { chunksOf, withSound, toPcm, type Pieces } from '../../../pipeline/audio/chunks/pieces.ts';
import type { Ffmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import { timeChapter } from '../../../pipeline/audio/time-chapter.ts';
import type { ChapterAudio } from '../../../pipeline/audio/timeline.ts';
import type { BlobAccess } from '../../../pipeline/engine/stage.ts';
import { concatenated } from '../loudness/sounds.ts';
import { contextOf, type TemporaryBlobs } from '../temporary-blobs.ts';

const run = promisify(execFile);

export type SpokenClip = { readonly sound: Float32Array; readonly pauseSeconds: number };

/** Each clip a chunk of its own, so that there are many joints in a short sound. */
export async function chapterOf(
  clips: readonly SpokenClip[],
  sampleRate: number,
  blobs: BlobAccess,
): Promise<ChapterAudio> {
  const timed = await Promise.all(
    clips.map(async ({ sound, pauseSeconds }, index) => {
      const pcm = await blobs.write([toPcm(sound)]);
      const own = { pcm, sampleRate, samples: sound.length, times: [], at: [], pauseSeconds: 0 };
      return { utterance: `u${index}`, sounds: [own], pauseSeconds, apart: true };
    }),
  );
  return timeChapter.run({ id: 'c', title: 'Chapter', sampleRate, clips: timed }, contextOf(blobs, {}));
}

export type Level = { readonly gainDb: number; readonly ceilingDb: number; readonly truePeakDb: number };

export async function encodedAs(
  pieces: Pieces,
  { sampleRate }: Pick<ChapterAudio, 'sampleRate'>,
  codec: FrameCodec,
  ffmpeg: Ffmpeg,
  blobs: BlobAccess,
  level: Level = { gainDb: 0, ceilingDb: 0, truePeakDb: 6 },
): Promise<EncodedChunk> {
  const input = { pieces, sampleRate, codec, kilobits: 64, ...level };
  return encodeChunk.run(input, contextOf(blobs, { ffmpeg }));
}

/** Raw sound, or frames, to samples at a rate, all that there is; nothing is left away for the encoder's delay. */
export async function decoded(
  ffmpeg: Ffmpeg,
  bytes: Uint8Array,
  inputOptions: readonly string[],
  rate: number,
  blobs: TemporaryBlobs,
): Promise<Float32Array> {
  const file = join(blobs.folder, 'to-decode');
  await writeFile(file, bytes);
  const { stdout } = await run(
    ffmpeg.path,
    [
      '-nostdin',
      '-v',
      'error',
      ...inputOptions,
      '-i',
      file,
      '-f',
      'f32le',
      '-ac',
      '1',
      '-ar',
      String(rate),
      '-',
    ],
    { encoding: 'buffer', maxBuffer: 2 ** 28 },
  );
  return new Float32Array(new Uint8Array(stdout).buffer);
}

/** What an encoder and a decoder put before the sound, in samples: LAME's 576 and the decoder's 529, and a frame of AAC. */
export const delaySamples = { mp3: 1105, aac: 1024 } as const;

export type Compared = {
  readonly rate: number;
  /** What was spoken, at the encoded rate; the others beginning where it does. */
  readonly source: Float32Array;
  readonly whole: Float32Array;
  readonly pieced: Float32Array;
  /** Where chunks meet, and where the silence before begins. */
  readonly joints: readonly { readonly at: number; readonly quietFrom: number }[];
};

export async function compared(
  clips: readonly SpokenClip[],
  sampleRate: number,
  codec: FrameCodec,
  ffmpeg: Ffmpeg,
  blobs: TemporaryBlobs,
): Promise<Compared> {
  const chapter = await chapterOf(clips, sampleRate, blobs);
  const chunks = chunksOf(chapter);
  const rate = encodedRate(sampleRate) ?? NaN;
  const whole = await encodedAs(chunks.flat(), chapter, codec, ffmpeg, blobs);
  const apart = await Promise.all(chunks.map((pieces) => encodedAs(pieces, chapter, codec, ffmpeg, blobs)));
  const frames: Uint8Array[] = [];
  for await (const some of joined(apart, blobs)) frames.push(some);
  const listen = async (bytes: Uint8Array): Promise<Float32Array> => {
    const sound = await decoded(ffmpeg, bytes, ['-f', codec], rate, blobs);
    return sound.subarray(delaySamples[codec]);
  };
  const spoken = toPcm(
    concatenated(
      ...(await Promise.all(chunks.map((pieces) => withSound(pieces, blobs, (sound) => sound.slice())))),
    ),
  );
  const raw = ['-f', 's16le', '-ar', String(sampleRate), '-ac', '1'];
  const scale = rate / sampleRate;
  return {
    rate,
    source: await decoded(ffmpeg, spoken, raw, rate, blobs),
    whole: await listen(await blobs.readAll(whole.frames)),
    pieced: await listen(Buffer.concat(frames)),
    joints: chapter.cuts.slice(0, -1).map((cut, index) => ({
      at: cut * scale,
      quietFrom: (chapter.clips[index]?.endSample ?? cut) * scale,
    })),
  };
}
