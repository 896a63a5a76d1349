/** The audiobook: AAC in an MP4 file with chapters, tags and cover, as Apple's players and most others read it. */
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { encodedAudioSchema, measure, OUTPUT_RATE, soundOf, type AudiobookInput, type BookTags } from './audiobook.ts'; // prettier-ignore
import { writeFfmetadata } from './ffmetadata.ts';
import type { FfmpegTools } from './find-ffmpeg.ts';
import { threeLetterCode } from './language-codes.ts';
import { cutToBytes, oneLine, plainText } from './text.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

/** Nero's chapter list counts to 255 in one byte. */
const LONGEST_CHPL = 255;

/**
 * AAC-LC, mono, 64 kbit/s, 44 100 Hz. The coder is named, because ffmpegs differ in their default, and `fast`, because
 * it is the better one here: on 72 s of speech it took half the time of `twoloop` and came nearer to the original
 * (39 dB over the noise instead of 27).
 *
 * Chapters are written twice, as a QuickTime text track and as Nero's `chpl`; above
 * 255 chapters without `chpl`, because players that prefer it would show no more than these.
 *
 * The bytes depend on the input and the encoder alone: no time of making, no name of a program.
 *
 * @throws Error for what `measure` refuses, and when ffmpeg fails.
 */
export const encodeM4b = defineStage({
  name: 'encode-m4b',
  version: 1,
  output: encodedAudioSchema,
  tools: ['ffmpeg'],
  run: async (input: AudiobookInput, context: StageContext<FfmpegTools>) => {
    const { tags, marks, cover } = input;
    const { blobs, tools, signal } = context;
    const seconds = measure(input);
    const metadata = await blobs.write([Buffer.from(writeFfmetadata(marks))]);
    const inputs = [
      soundOf(input, context),
      { options: ['-f', 'ffmetadata'], source: await blobs.path(metadata) },
      ...(cover
        ? [{ options: ['-f', coverDemuxer(cover.mediaType)], source: await blobs.path(cover.image) }]
        : []),
    ];
    const options = [
      ...m4bTags(tags).flatMap(([key, value]) => ['-metadata', `${key}=${value}`]),
      ...['-map', '0:a', '-map_metadata', '1', '-map_chapters', '1'],
      ...(cover ? ['-map', '2:v', '-c:v', 'copy', '-disposition:v:0', 'attached_pic'] : []),
      ...['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '64k', '-ar', String(OUTPUT_RATE), '-ac', '1'],
      ...['-metadata:s:a:0', `language=${threeLetterCode(tags.language)}`],
      ...['-f', 'ipod', '-brand', 'M4B '],
      ...['-movflags', marks.length > LONGEST_CHPL ? '+faststart+disable_chpl' : '+faststart'],
      ...['-fflags', '+bitexact', '-flags:a', '+bitexact'],
    ];
    const purpose = `encoding the audiobook “${tags.title}” as M4B`;
    const file = await blobs.writeFile(
      (output) => runFfmpeg(tools.ffmpeg, { purpose, inputs, options, output }, signal),
      '.m4b',
    );
    return { file, seconds };
  },
});

/** The format is named, not guessed from the bytes: a file that an author calls an image is read as nothing else. */
function coverDemuxer(mediaType: 'image/jpeg' | 'image/png'): string {
  return mediaType === 'image/jpeg' ? 'jpeg_pipe' : 'png_pipe';
}

/** What ffmpeg's MP4 writer knows by these names; of a publisher it knows nothing. A tag without a value is left out. */
function m4bTags(tags: BookTags): readonly (readonly [key: string, value: string])[] {
  const authors = tags.authors.map(oneLine).join(', ');
  const description = plainText(tags.description ?? '');
  const all = [
    ['title', oneLine(tags.title)],
    ['album', oneLine(tags.title)],
    ['artist', authors],
    ['album_artist', authors],
    ['composer', oneLine(tags.narrator ?? '')],
    ['date', tags.date ?? ''],
    ['genre', 'Audiobook'],
    ['copyright', plainText(tags.rights ?? '')],
    ['comment', description],
    // Apple shows at most 255 bytes of the one, and all of the other.
    ['description', cutToBytes(description, 255)],
    ['synopsis', description],
    // 2 is "audiobook" in iTunes' list of media kinds.
    ['media_type', '2'],
  ] as const;
  return all.filter(([, value]) => value !== '');
}
