/** The whole book as one MP3 with chapters, tags and cover: what every player reads, and podcast apps show marks of. */
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { encodedAudioSchema, measure, OUTPUT_RATE, soundOf, type AudiobookInput } from './audiobook.ts'; // prettier-ignore
import type { FfmpegTools } from './find-ffmpeg.ts';
import { id3Tag } from './id3-tag.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

/**
 * MPEG-1 layer III, mono, constant 64 kbit/s, 44 100 Hz, with LAME's header: what it says of the encoder's delay lets
 * players begin at the first sample. The tag is ours (id3-tag.ts); ffmpeg writes the sound alone.
 *
 * @throws Error for what `measure` refuses, and when ffmpeg fails.
 */
export const encodeMp3 = defineStage({
  name: 'encode-mp3',
  version: 1,
  output: encodedAudioSchema,
  tools: ['ffmpeg'],
  run: async (input: AudiobookInput, context: StageContext<FfmpegTools>) => {
    const { tags, marks, cover } = input;
    const { blobs, tools, signal } = context;
    const seconds = measure(input);
    const sound = await blobs.writeFile(
      (output) =>
        runFfmpeg(
          tools.ffmpeg,
          {
            purpose: `encoding the audiobook “${tags.title}” as MP3`,
            inputs: [soundOf(input, context)],
            options: [
              ...['-map', '0:a', '-c:a', 'libmp3lame', '-b:a', '64k', '-ar', String(OUTPUT_RATE), '-ac', '1'],
              ...['-f', 'mp3', '-write_xing', '1', '-id3v2_version', '0', '-write_id3v1', '0'],
              ...['-fflags', '+bitexact', '-flags:a', '+bitexact'],
            ],
            output,
          },
          signal,
        ),
      '.mp3',
    );
    const image = cover && { bytes: await blobs.readAll(cover.image), mediaType: cover.mediaType };
    const tag = id3Tag(tags, marks, seconds, image);
    async function* tagged(): AsyncIterable<Uint8Array> {
      yield tag;
      yield* blobs.read(sound);
    }
    return { file: await blobs.write(tagged()), seconds };
  },
});
