import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

export type ZipEntry = {
  readonly name: string;
  readonly stored: boolean;
  readonly date: string;
  readonly bytes: Buffer;
};

/** The entries of an archive in the order of its directory. */
export async function unzip(archive: Buffer): Promise<readonly ZipEntry[]> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const entries: ZipEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push({
      name: entry.fileName,
      stored: entry.compressionMethod === 0,
      date: `${entry.lastModFileDate.toString(16)}-${entry.lastModFileTime.toString(16)}`,
      bytes: await content(zip, entry),
    });
  }
  return entries;
}

async function content(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
