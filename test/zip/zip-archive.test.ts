import JSZip from 'jszip';
import { expect, test } from 'vitest';
import type { ZipEntry } from '../../pipeline/zip/pack-entry.ts';
import { zipArchive } from '../../pipeline/zip/zip-archive.ts';
import { unzip } from '../epub/unzip.ts';

const { signal } = new AbortController();

function entry(name: string, content: Uint8Array | string, deflate = false): ZipEntry {
  const bytes = Buffer.from(content);
  // In pieces that do not end where anything else does.
  const pieces = Array.from({ length: Math.ceil(bytes.length / 70_001) }, (_, index) =>
    bytes.subarray(index * 70_001, (index + 1) * 70_001),
  );
  return { name, deflate, read: () => pieces };
}

async function archive(...entries: readonly ZipEntry[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipArchive(entries, signal)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const sound = Buffer.from(Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * index) >> 7));

test('what is stored, large, deflated, empty or named in another script comes out as it went in, in order', async () => {
  const files = [
    entry('mimetype', 'application/lpf+zip'),
    entry('text.html', 'We came to the harbour. '.repeat(20_000), true),
    entry('sound/large.m4a', sound),
    entry('sound/пристань.m4a', 'small'),
    entry('empty', ''),
    entry('empty.html', '', true),
  ];
  const bytes = await archive(...files);
  const found = await unzip(bytes);
  expect(found.map(({ name, stored }) => [name, stored])).toEqual(
    files.map(({ name, deflate }) => [name, !deflate]),
  );
  for (const [index, { read }] of files.entries())
    expect(found[index]?.bytes.equals(Buffer.concat([...(read() as Iterable<Uint8Array>)]))).toBe(true);
  await JSZip.loadAsync(bytes, { checkCRC32: true });
});

test('equal content has equal bytes, and the first entry stands bare', async () => {
  const make = () =>
    archive(entry('mimetype', 'application/epub+zip'), entry('a.txt', 'abc '.repeat(99), true));
  const bytes = await make();
  expect(bytes.equals(await make())).toBe(true);
  // No flags, stored, the epoch of archives, and neither an extra field nor a data descriptor.
  expect(bytes.subarray(4, 14).toString('hex')).toBe('0a000000000000002100');
  expect(bytes.subarray(26, 58).toString('latin1')).toBe('\b\0\0\0mimetypeapplication/epub+zip');
});

test('a file that cannot be read, or is another the second time, is a failure that names it', async () => {
  const broken = { ...entry('a.m4a', ''), read: () => failing() };
  await expect(archive(broken)).rejects.toMatchObject({
    message: 'Packing a.m4a failed.',
    cause: { message: 'The disk is gone.' },
  });
  let reads = 0;
  const changing = { ...entry('b.m4a', ''), read: () => [sound.subarray(reads++)] };
  await expect(archive(changing)).rejects.toMatchObject({
    message: 'Packing b.m4a failed.',
    cause: { message: 'It changed while it was packed.' },
  });
});

test('an abort ends it with its own reason', async () => {
  const controller = new AbortController();
  const pieces = zipArchive([entry('large.m4a', sound)], controller.signal);
  await pieces.next();
  controller.abort(new Error('Enough.'));
  await expect(pieces.next()).rejects.toThrow('Enough.');
});

test('more entries than an archive without ZIP64 holds are refused', async () => {
  const many = Array.from({ length: 65_536 }, (_, index) => entry(String(index), ''));
  await expect(archive(...many)).rejects.toThrow(/at most 65535 files/);
});

// eslint-disable-next-line @typescript-eslint/require-await -- as a disk that fails
async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(2_000_000);
  throw new Error('The disk is gone.');
}
