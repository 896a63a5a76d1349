import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import { EpubContainer } from './container/epub-container.ts';
import { assertFits } from './container/limits.ts';
import type { EpubInput } from './epub-input.ts';
import { files, layOut } from './layout.ts';
import { writeTexts } from './write-texts.ts';

const epubSchema = z.strictObject({
  file: blobSchema,
  /** Pages: the cover, the contents and the chapters. */
  contentFiles: z.int().positive(),
});

/** The publication as one EPUB 3.3 (w3.org/TR/epub-33). */
export const makeEpub = defineStage({
  name: 'epub',
  version: 5,
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
    const sound = (input.readAloud?.pages ?? []).map(({ id, audio }) => ({ name: id, bytes: audio.bytes }));
    // Once before the work, and once more when the texts are known.
    assertFits(input.slug, [...images, ...sound]);
    const { texts, pages, overlays } = await writeTexts(input, layout, signal, progress);
    const { packageDocument, contents, ncx, style } = texts;
    const ofPackage = {
      [files.package]: packageDocument,
      [files.contents]: contents,
      [files.ncx]: ncx,
      [files.style]: style,
    };
    const named = [...pages, ...Object.entries(ofPackage).map(([name, text]) => ({ name, text }))].map(
      ({ name, text }) => ({ name, bytes: Buffer.byteLength(text) }),
    );
    const narration = overlays.flatMap(({ href, text, audio }) => [
      { name: href, bytes: Buffer.byteLength(text), deflate: true, read: () => once(text) },
      { name: audio.href, bytes: audio.blob.bytes, deflate: false, read: () => blobs.read(audio.blob) },
    ]);
    const binaries = [...images, ...narration];
    assertFits(input.slug, [...binaries, ...named]);
    const file = await blobs.write(new EpubContainer(texts, pages).bytes(binaries, signal));
    return { file, contentFiles: pages.length + 1 };
  },
});

// eslint-disable-next-line @typescript-eslint/require-await -- what is read in pieces is asynchronous
async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
