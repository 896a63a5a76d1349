import { EPub, type Options } from 'epub-gen-memory';
import type { ZipEntry } from '../../zip/pack-entry.ts';
import { zipArchive } from '../../zip/zip-archive.ts';

/** Pictures, sound and overlays. Their names are relative to the package document's folder. */
export type BinaryFile = ZipEntry;

/** The finished texts of the package. Nothing in them is interpreted any more. */
export type ContainerTexts = {
  readonly identifier: string;
  readonly language: string;
  readonly packageDocument: string;
  readonly contents: string;
  readonly ncx: string;
  readonly style: string;
};
export type ContainerPage = { readonly name: string; readonly text: string };

/** Printed nowhere; without it the library takes the clock's. */
const epoch = new Date(Date.UTC(1980, 0, 1));

/**
 * epub-gen-memory's container with everything in it ours. Its templates print our documents and know nothing else:
 * its own sanitiser, which would take attributes away, sees empty content, and no author's text is ever a template.
 */
export class EpubContainer extends EPub {
  constructor(texts: ContainerTexts, pages: readonly ContainerPage[]) {
    const options: Options & Record<'lectern', ContainerTexts> = {
      title: texts.identifier,
      lang: texts.language,
      date: epoch.toISOString(),
      css: texts.style,
      version: 3,
      chapterXHTML: '<%- text %>',
      contentOPF: '<%- lectern.packageDocument %>',
      tocXHTML: '<%- lectern.contents %>',
      tocNCX: '<%- lectern.ncx %>',
      lectern: texts,
    };
    super(
      options,
      pages.map(({ name, text }) => ({ title: name, content: '', filename: name, text })),
    );
    this.uuid = texts.identifier;
  }

  /**
   * The archive in pieces. The library renders what stands in it; it would hold each file whole to pack it, an hour of
   * sound too, so that packing is ours.
   */
  async *bytes(binaries: readonly BinaryFile[], signal: AbortSignal): AsyncGenerator<Uint8Array> {
    await this.render();
    const rendered = Object.values(this.zip.files).filter(({ dir }) => !dir);
    const texts = rendered.map((file) => ({
      name: file.name,
      // The media type can be read at a fixed place in the file (OCF, EPUB 3.3, 4.3).
      deflate: file.name !== 'mimetype',
      read: () => contentOf(file),
    }));
    const files = binaries.map((file) => ({ ...file, name: `OEBPS/${file.name}` }));
    yield* zipArchive([...texts, ...files], signal);
  }

  /** Nothing is ever fetched or read from disk: images come from the store. */
  protected override downloadAllImages(): Promise<void> {
    return Promise.resolve();
  }

  protected override downloadAllFonts(): Promise<void> {
    return Promise.resolve();
  }
}

async function* contentOf(file: {
  async: (type: 'nodebuffer') => Promise<Buffer>;
}): AsyncGenerator<Uint8Array> {
  yield await file.async('nodebuffer');
}
