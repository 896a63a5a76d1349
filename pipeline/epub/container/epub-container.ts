import { addAbortSignal, PassThrough, pipeline, Readable } from 'node:stream';
import { EPub, type Options } from 'epub-gen-memory';

/** A file whose bytes are read only when its turn comes. */
export type BinaryFile = {
  readonly name: string;
  readonly read: () => AsyncIterable<Uint8Array>;
  /** Whether deflating makes it smaller: text does, pictures do not. */
  readonly deflate: boolean;
};

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

/** The earliest date that an archive can hold: equal books have equal bytes, whenever they are made. */
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

  /** The archive in pieces; one file at a time is held in memory. A failure of any file is the failure of the whole. */
  async *bytes(binaries: readonly BinaryFile[], signal: AbortSignal): AsyncGenerator<Uint8Array> {
    await this.render();
    const output = addAbortSignal(signal, new PassThrough());
    const fail = (cause: Error): void => void output.destroy(cause);
    const sources = binaries.map((file) => {
      const source = Readable.from(readFile(file, signal, fail), { objectMode: false });
      this.zip.file(`OEBPS/${file.name}`, source, {
        binary: true,
        createFolders: false,
        compression: file.deflate ? 'DEFLATE' : 'STORE',
      });
      return source;
    });
    this.settleEntries();
    // Sizes stand before the data (streamFiles: false), because readers that stream cannot find the end of a stored file.
    const options = {
      type: 'nodebuffer',
      streamFiles: false,
      compression: 'DEFLATE',
      compressionOptions: { level: 9 },
    } as const;
    pipeline(this.zip.generateNodeStream(options), output, () => undefined);
    try {
      yield* output;
    } finally {
      for (const source of sources) source.destroy();
    }
  }

  /** One date for all, and no entries for folders, which OCF does not know (EPUB 3.3, 4.2.2). */
  private settleEntries(): void {
    for (const [name, entry] of Object.entries(this.zip.files)) {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- `remove` would take the folder's files too
      if (entry.dir) delete this.zip.files[name];
      else entry.date = epoch;
    }
  }

  /** Nothing is ever fetched or read from disk: images come from the store. */
  protected override downloadAllImages(): Promise<void> {
    return Promise.resolve();
  }

  protected override downloadAllFonts(): Promise<void> {
    return Promise.resolve();
  }
}

/** The library loses a failure that comes while it has paused the stream, so it is told to the output directly. */
async function* readFile(
  { name, read }: BinaryFile,
  signal: AbortSignal,
  fail: (cause: Error) => void,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of read()) {
      signal.throwIfAborted();
      yield piece;
    }
  } catch (cause) {
    fail(new Error(`Packing ${name} into the EPUB failed.`, { cause }));
  }
}
