/** A book or a chapter as one MP3 with chapters, tags and cover: what every player reads, and podcast apps show marks of. */
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { audioFileSchema, measure, type AudioFileInput } from './audiobook.ts';
import { frameStarts } from './chunks/frames.ts';
import { encodedRate } from './chunks/grid.ts';
import { infoFrame } from './chunks/info-frame.ts';
import { joined, joinedBytes, joinedFrames, type FrameRun } from './chunks/joined.ts';
import { id3Tag } from './tags/id3-tag.ts';

/**
 * The tag (tags/id3-tag.ts), a frame that tells players of the encoder's delay (chunks/info-frame.ts), and the encoded chunks.
 *
 * @throws Error for what `measure` refuses.
 */
export const bindMp3 = defineStage({
  name: 'bind-mp3',
  version: 1,
  output: audioFileSchema,
  tools: [],
  run: async (
    input: AudioFileInput,
    { blobs, progress, signal }: Pick<StageContext, 'blobs' | 'progress' | 'signal'>,
  ) => {
    const { tags, marks, cover, chunks } = input;
    const seconds = measure(input);
    const image = cover && { bytes: await blobs.readAll(cover.image), mediaType: cover.mediaType };
    const pictures = new Map<string, Uint8Array>();
    for (const { image: shown } of marks)
      if (shown) pictures.set(shown.image.sha256, await blobs.readAll(shown.image));
    const tag = id3Tag(tags, marks, seconds, image, pictures);
    const info = await infoOf(input, chunks[0], (blob) => blobs.readAll(blob));
    async function* whole(): AsyncIterable<Uint8Array> {
      yield tag;
      yield info;
      for await (const frames of joined(chunks, blobs, progress)) {
        yield frames;
        signal.throwIfAborted();
      }
      signal.throwIfAborted();
    }
    return { file: await blobs.write(whole()), seconds };
  },
});

async function infoOf(
  { chunks, samples, sampleRate }: AudioFileInput,
  first: FrameRun | undefined,
  readAll: (blob: FrameRun['frames']) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (first === undefined) throw new Error('There is nothing to encode: no chapter has any sound.');
  const frames = await readAll(first.frames);
  const [, frameBytes = frames.length] = frameStarts(frames.subarray(0, first.lastFrameByte), 'mp3');
  return infoFrame(
    {
      header: frames.subarray(0, 4),
      frames: joinedFrames(chunks),
      bytes: joinedBytes(chunks),
      samples: Math.round((samples * (encodedRate(sampleRate) ?? sampleRate)) / sampleRate),
    },
    frameBytes,
  );
}
