/** An MP3 that was encoded in one piece, with its tag. */
import type { BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { audioFileSchema, type AudioCover } from './audiobook.ts';
import type { BookTags } from './tags/book-tags.ts';
import { id3Tag } from './tags/id3-tag.ts';

export type BindSingleInput = {
  readonly sound: BlobRef;
  readonly seconds: number;
  readonly tags: BookTags;
  readonly cover?: AudioCover;
};

/** The tag, then the sound as it is. */
export const bindSingle = defineStage({
  name: 'bind-single',
  version: 1,
  output: audioFileSchema,
  tools: [],
  run: async ({ sound, seconds, tags, cover }: BindSingleInput, { blobs }: Pick<StageContext, 'blobs'>) => {
    const image = cover && { bytes: await blobs.readAll(cover.image), mediaType: cover.mediaType };
    const tag = id3Tag(tags, [], seconds, image);
    async function* whole(): AsyncIterable<Uint8Array> {
      yield tag;
      yield* blobs.read(sound);
    }
    return { file: await blobs.write(whole()), seconds };
  },
});
