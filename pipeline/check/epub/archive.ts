/** A zip archive whose files are read one by one, when they are asked for: a book with its audio may have gigabytes. */
import { fromBufferPromise, openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl';
import type { Finding } from '../finding.ts';
import { finding, UnreadableError } from '../own-finding.ts';
import { gather } from './gather.ts';

/** Texts beyond this are not read: whoever made one means harm, or has not made an EPUB. */
const mostTextBytes = 64 * 1024 * 1024;
/** What an archive without ZIP64 can hold. */
const mostEntries = 0xffff;

export type ArchiveEntry = {
  readonly name: string;
  readonly bytes: number;
  readonly packedBytes: number;
  readonly stored: boolean;
  /** As the archive has it. */
  readonly raw: Entry;
};

export type Archive = {
  /** In the order of its directory, with the names that stay inside. */
  readonly entries: ReadonlyMap<string, ArchiveEntry>;
  /** Names that do not. */
  readonly findings: readonly Finding[];
  /** The whole of a file of text. @throws UnreadableError */
  text(name: string): Promise<string>;
  /** Unpacked, from `start` on (0 where it is left out). @throws UnreadableError where the file is not there. */
  stream(
    name: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<AsyncIterable<Buffer>>;
  /** Packed, as it lies in the archive. @throws UnreadableError */
  packed(entry: ArchiveEntry): Promise<AsyncIterable<Buffer>>;
  /** What stands behind the name before the content; the first file of an EPUB may have nothing there. @throws UnreadableError */
  localExtra(entry: ArchiveEntry): Promise<Buffer>;
  close(): void;
};

/** @throws UnreadableError where it is no zip archive. */
export async function openArchive(source: string | Uint8Array): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;
  try {
    const zip =
      typeof source === 'string'
        ? await openPromise(source, options)
        : await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
    try {
      return archiveOf(zip, await readDirectory(zip));
    } catch (cause) {
      zip.close();
      throw cause;
    }
  } catch (cause) {
    if (cause instanceof UnreadableError || isOfSystem(cause)) throw cause;
    throw new UnreadableError('not-a-zip', `This is no zip archive that can be read: ${reason(cause)}.`, undefined, cause); // prettier-ignore
  }
}

type Directory = Pick<Archive, 'entries' | 'findings'>;

async function readDirectory(zip: ZipFile): Promise<Directory> {
  if (zip.entryCount > mostEntries) {
    throw new UnreadableError('too-much-inside', `The archive says that it holds ${zip.entryCount} files.`);
  }
  const entries = new Map<string, ArchiveEntry>();
  const findings: Finding[] = [];
  for await (const raw of zip.eachEntry()) {
    const name = decodeName(raw);
    const fault = validateFileName(name);
    if (fault !== null)
      findings.push(finding('unsafe-name', `The name “${name}” leads out of the archive; the file was not read.`)); // prettier-ignore
    else if (entries.has(name))
      findings.push(finding('name-twice', `The archive has two files of this name; the first was read.`, { path: name })); // prettier-ignore
    else if (!name.endsWith('/')) {
      entries.set(name, {
        name,
        bytes: raw.uncompressedSize,
        packedBytes: raw.compressedSize,
        stored: raw.compressionMethod === 0,
        raw,
      });
    }
  }
  return { entries, findings };
}

/** Names are UTF-8, flag or no flag (EPUB 3.3, 4.2.3); as bytes they are not changed by what the library takes for safety. */
function decodeName({ fileNameRaw }: Entry): string {
  return new TextDecoder().decode(fileNameRaw).normalize('NFC');
}

function archiveOf(zip: ZipFile, { entries, findings }: Directory): Archive {
  const find = (name: string): ArchiveEntry => {
    const entry = entries.get(name);
    if (!entry) throw new UnreadableError('unreadable', 'The file is not in the archive.', { path: name });
    return entry;
  };
  const archive: Archive = {
    entries,
    findings,
    text: async (name) => {
      const entry = find(name);
      if (entry.bytes > mostTextBytes) {
        throw new UnreadableError('too-much-inside', `The file unpacks to ${entry.bytes} bytes, more than any text of a book has.`, { path: name }); // prettier-ignore
      }
      return decodeText(await gather(await archive.stream(name)));
    },
    stream: async (name, range) => {
      const entry = find(name);
      if (range && !entry.stored) throw new RangeError(`${name} is packed and has no ranges.`);
      return told(name, () => zip.openReadStreamPromise(entry.raw, range && { ...range }));
    },
    packed: ({ name, raw }) =>
      told(name, () => zip.openReadStreamPromise(raw, raw.compressionMethod === 0 ? undefined : { decodeFileData: false })), // prettier-ignore
    localExtra: async ({ name, raw }) => {
      try {
        return (await zip.readLocalFileHeaderPromise(raw)).extraField;
      } catch (cause) {
        throw damage(name, cause);
      }
    },
    close: () => zip.close(),
  };
  return archive;
}

/** What the library says of damaged files, as what it is: a fault of the EPUB. */
async function told(
  name: string,
  open: () => Promise<AsyncIterable<unknown>>,
): Promise<AsyncIterable<Buffer>> {
  const opened = await open().catch((cause: unknown) => {
    throw damage(name, cause);
  });
  return (async function* () {
    try {
      yield* opened as AsyncIterable<Buffer>;
    } catch (cause) {
      throw damage(name, cause);
    }
  })();
}

function damage(name: string, cause: unknown): unknown {
  if (cause instanceof UnreadableError || isOfSystem(cause)) return cause;
  return new UnreadableError(
    'unreadable',
    `The file cannot be unpacked: ${reason(cause)}.`,
    { path: name },
    cause,
  );
}

/** By its mark; without one it is UTF-8 (XML 1.0, 4.3.3). */
function decodeText(bytes: Buffer): string {
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined; // prettier-ignore
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
}

/** The disk's fault, not the archive's. zlib has codes too, and they are the archive's. */
function isOfSystem(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E[A-Z]/.test(code) && !code.startsWith('ERR_');
}

function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
