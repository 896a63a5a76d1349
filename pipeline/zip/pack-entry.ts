import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import type { PackedEntry } from './headers.ts';

/** A file for the archive. Its bytes are read only when its turn comes, and twice if there are many. */
export type ZipEntry = {
  /** With `/` between folders; no entry is made for the folders themselves. */
  readonly name: string;
  /** Whether deflating makes it smaller: text does, pictures and sound do not. What is deflated is held whole. */
  readonly deflate: boolean;
  /** Gives the same bytes each time. */
  readonly read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

/** Content that is ready to be written: in pieces, since only what is small or deflated is held. */
export type Packed = {
  readonly entry: PackedEntry;
  readonly pieces: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

/** What is stored and larger is read twice rather than held: pictures are not, an hour of sound is. */
const mostHeldBytes = 2 ** 20;
const deflated = promisify(deflateRaw);

/**
 * Finds out what an entry's header must say before its content can be written.
 *
 * @throws what `read` throws; the signal's reason.
 */
export async function packEntry(file: ZipEntry, signal: AbortSignal): Promise<Packed> {
  const name = Buffer.from(file.name);
  const held: Uint8Array[] = [];
  let crc = 0;
  let bytes = 0;
  for await (const piece of file.read()) {
    signal.throwIfAborted();
    crc = crc32(piece, crc);
    bytes += piece.length;
    if (file.deflate || bytes <= mostHeldBytes) held.push(piece);
    else held.length = 0;
  }
  if (file.deflate) {
    const content = await deflated(Buffer.concat(held), { level: 9 });
    return {
      entry: { name, deflated: true, crc, bytes, packedBytes: content.length },
      pieces: () => [content],
    };
  }
  const entry = { name, deflated: false, crc, bytes, packedBytes: bytes };
  return { entry, pieces: bytes <= mostHeldBytes ? () => held : () => unchanged(file, entry, signal) };
}

/** The content once more. @throws Error if it is no longer what the header says. */
async function* unchanged(
  file: ZipEntry,
  entry: PackedEntry,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let crc = 0;
  let bytes = 0;
  for await (const piece of file.read()) {
    signal.throwIfAborted();
    crc = crc32(piece, crc);
    bytes += piece.length;
    yield piece;
  }
  if (crc !== entry.crc || bytes !== entry.bytes) throw new Error('It changed while it was packed.');
}
