import type { BlobRef } from '../engine/blob.ts';
import type { NoTools } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { EpubContainer } from './container/epub-container.ts';
import { assertFits } from './container/limits.ts';
import type { EpubInput } from './epub-input.ts';
import { files, layOut } from './layout.ts';
import { writeTexts } from './write-texts.ts';

/** @returns the archive, and how many pages it has: the cover, the contents and the chapters */
export async function packEpub(
  input: EpubInput,
  { blobs, signal, progress }: StageContext<NoTools>,
): Promise<{ readonly file: BlobRef; readonly contentFiles: number }> {
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
    { name: href, bytes: Buffer.byteLength(text), deflate: true, read: () => [Buffer.from(text)] },
    { name: audio.href, bytes: audio.blob.bytes, deflate: false, read: () => blobs.read(audio.blob) },
  ]);
  const binaries = [...images, ...narration];
  assertFits(input.slug, [...binaries, ...named]);
  const file = await blobs.write(new EpubContainer(texts, pages).bytes(binaries, signal));
  return { file, contentFiles: pages.length + 1 };
}
