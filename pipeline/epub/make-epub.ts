import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import { EpubContainer } from './container/epub-container.ts';
import { assertFits } from './container/limits.ts';
import type { EpubInput } from './epub-input.ts';
import { layOut } from './layout.ts';
import { writeTexts } from './write-texts.ts';

const epubSchema = z.strictObject({
  file: blobSchema,
  /** Pages: the cover, the contents and the chapters. */
  contentFiles: z.int().positive(),
});

/** The publication as one EPUB 3.3 (w3.org/TR/epub-33). */
export const makeEpub = defineStage({
  name: 'epub',
  version: 1,
  output: epubSchema,
  tools: [],
  run: async (input: EpubInput, { blobs, signal, progress }) => {
    const layout = layOut(input.book, input.cover);
    const images = [...(layout.cover ? [layout.cover] : []), ...layout.images].map(
      ({ href, blob, mediaType }) => ({
        name: href,
        bytes: blob.bytes,
        deflate: mediaType === 'image/svg+xml',
        read: () => blobs.read(blob),
      }),
    );
    // Once before the work, and once more when the texts are known.
    assertFits(input.slug, images);
    const { texts, pages } = await writeTexts(input, layout, signal, progress);
    const named = pages.map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text) }));
    assertFits(input.slug, [...images, ...named]);
    const file = await blobs.write(new EpubContainer(texts, pages).bytes(images, signal));
    return { file, contentFiles: pages.length + 1 };
  },
});
