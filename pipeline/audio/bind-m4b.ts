/** The audiobook: AAC in an MP4 file with chapters, tags and cover, as Apple's players and most others read it. */
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { adtsInput, packAac } from './adts-input.ts';
import { audioFileSchema, measure, type AudioFileInput } from './audiobook.ts';
import { writeFfmetadata } from './ffmetadata.ts';
import type { FfmpegTools } from './find-ffmpeg.ts';
import { threeLetterCode } from './language-codes.ts';
import { runFfmpeg } from './run-ffmpeg.ts';
import { finishMp4 } from './tags/finish-mp4.ts';

/**
 * ffmpeg packs the encoded chunks with a QuickTime text track of the chapters; tags, cover, Nero's list of chapters and the
 * order of the file are ours (tags/finish-mp4.ts), since ffmpeg knows half of the tags.
 *
 * The bytes depend on the input and ffmpeg alone: no time of making, no name of a program.
 *
 * @throws Error for what `measure` refuses, and when ffmpeg fails.
 */
export const bindM4b = defineStage({
  name: 'bind-m4b',
  version: 1,
  output: audioFileSchema,
  tools: ['ffmpeg'],
  run: async (input: AudioFileInput, context: StageContext<FfmpegTools>) => {
    const { tags, marks, chunks, sampleRate, cover } = input;
    const { blobs, tools, signal } = context;
    const seconds = measure(input);
    const metadata = await blobs.write([Buffer.from(writeFfmetadata(marks))]);
    const inputs = [
      adtsInput(chunks, sampleRate, context),
      { options: ['-f', 'ffmetadata'], source: await blobs.path(metadata) },
    ];
    const options = [
      ...['-map', '0:a', '-map_metadata', '1', '-map_chapters', '1', ...packAac],
      ...['-metadata:s:a:0', `language=${threeLetterCode(tags.language)}`],
      ...['-f', 'ipod', '-brand', 'M4B ', '-movflags', '+disable_chpl'],
      ...['-fflags', '+bitexact', '-flags:a', '+bitexact'],
    ];
    const purpose = `packing the audiobook “${tags.title}” as M4B`;
    const packed = await blobs.writeFile(
      (output) => runFfmpeg(tools.ffmpeg, { purpose, inputs, options, output }, signal),
      '.m4b',
    );
    const image = cover && { bytes: await blobs.readAll(cover.image), mediaType: cover.mediaType };
    const file = await blobs.write(
      finishMp4(await blobs.path(packed), { tags, marks, ...(image && { cover: image }) }),
    );
    return { file, seconds };
  },
});
