import { expect, test } from 'vitest';
import { assertFits } from '../../pipeline/epub/container/limits.ts';
import { makeEpub } from '../../pipeline/epub/make-epub.ts';
import { bytesOf } from './bind.ts';
import { kitchenSink } from './kitchen-sink.ts';
import { contextOf, memoryBlobs } from './memory-blobs.ts';
import { unzip } from './unzip.ts';

test('the archive begins with its media type, stored and bare, so that it can be told by its first bytes', async () => {
  const blobs = memoryBlobs();
  const bytes = await bytesOf(kitchenSink(blobs), blobs);
  // Name length 8, no extra field (OCF, EPUB 3.3, 4.3).
  expect([bytes.readUInt16LE(26), bytes.readUInt16LE(28)]).toEqual([8, 0]);
  expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
});

test('the archive has no entries for folders, one date for all, and pictures stored', async () => {
  const blobs = memoryBlobs();
  const entries = await unzip(await bytesOf(kitchenSink(blobs), blobs));
  expect(entries.filter(({ name }) => name.endsWith('/'))).toEqual([]);
  expect(new Set(entries.map(({ date }) => date))).toEqual(new Set(['21-0']));
  expect(entries.filter(({ stored }) => stored).map(({ name }) => name.replace('OEBPS/', ''))).toEqual([
    'mimetype',
    'images/cover.png',
    'images/dot.png',
    'images/Gro-e-1.png',
    'images/gro-e-1-2.png',
    'images/pixel.webp',
  ]);
});

test('an image that cannot be read is the failure of the book, and names the image', async () => {
  const blobs = memoryBlobs();
  const input = kitchenSink(blobs);
  const lost = {
    ...input,
    cover: input.cover && { ...input.cover, blob: { sha256: '0'.repeat(64), bytes: 5 } },
  };
  const failure = await makeEpub.run(lost as typeof input, contextOf(blobs)).catch((cause: unknown) => cause);
  expect(failure).toMatchObject({
    message: expect.stringContaining('images/cover.png') as string,
    cause: { message: /No blob/ },
  });
});

test('an image that breaks off half way is the failure of the book', async () => {
  const blobs = memoryBlobs();
  const input = kitchenSink(blobs);
  const breaking = {
    ...blobs,
    read: async function* (): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield Buffer.alloc(300_000);
      throw new Error('The disk is gone.');
    },
  };
  await expect(makeEpub.run(input, contextOf(breaking))).rejects.toMatchObject({
    cause: { message: 'The disk is gone.' },
  });
});

test('an abort before the work and one in the middle of an image end it', async () => {
  const blobs = memoryBlobs();
  const input = kitchenSink(blobs);
  await expect(makeEpub.run(input, contextOf(blobs, AbortSignal.abort()))).rejects.toMatchObject({
    name: 'AbortError',
  });
  const controller = new AbortController();
  let ended = 0;
  const endless = {
    ...blobs,
    read: async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          await Promise.resolve();
          yield Buffer.alloc(10_000);
          controller.abort();
        }
      } finally {
        ended += 1;
      }
    },
  };
  await expect(makeEpub.run(input, contextOf(endless, controller.signal))).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(ended).toBe(1);
});

test('what an archive without ZIP64 cannot hold is refused with both numbers', () => {
  const gigabyte = 1024 ** 3;
  expect(() => assertFits('book', [{ name: 'a', bytes: 3.9 * gigabyte }])).not.toThrow();
  expect(() => assertFits('book', [{ name: 'a', bytes: 2 * gigabyte }, { name: 'b', bytes: 2 * gigabyte }])).toThrow(/book: it has 4\.0 GB.*less than 4 GB/);
  expect(() => assertFits('book', Array.from({ length: 65_536 }, (_, index) => ({ name: String(index), bytes: 1 })))).toThrow(/65536 files.*65535/);
}); // prettier-ignore

test('a book that is too large is refused before anything of it is read', async () => {
  const blobs = memoryBlobs();
  const input = kitchenSink(blobs);
  const large = input.book.images.map((image) => ({ ...image, blob: { ...image.blob, bytes: 1024 ** 3 } }));
  let reads = 0;
  const counting = {
    ...blobs,
    read: (blob: Parameters<typeof blobs.read>[0]) => ((reads += 1), blobs.read(blob)),
  };
  await expect(
    makeEpub.run({ ...input, book: { ...input.book, images: large } }, contextOf(counting)),
  ).rejects.toThrow(/GB/);
  expect(reads).toBe(0);
});
