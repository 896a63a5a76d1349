/** What every store promises, whatever it keeps its entries in. */
import fc from 'fast-check';
import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { expect, test } from 'vitest';
import { DamagedEntryError } from '../../pipeline/engine/damaged-entry.ts';
import { sha256 } from '../../pipeline/engine/digest.ts';
import type { Store } from '../../pipeline/engine/store.ts';
import { bytesOf, textOf } from './helpers/temporary-store.ts';

/** Runs the contract; `open` gives an empty store, which is closed when the test ends. */
export function storeContract(open: () => Promise<Store>): void {
  const absent = { sha256: sha256('nothing of the kind'), bytes: 19 };
  const key = sha256('a key');

  test('a blob is named by the digest and the size of its content', async () => {
    const { blobs } = await open();
    expect(await blobs.write([bytesOf('two '), bytesOf('pieces')])).toEqual({
      sha256: sha256('two pieces'),
      bytes: 10,
    });
  });

  test('what is written is read, in pieces, whole and by path', async () => {
    const { blobs } = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 5 }), async (pieces) => {
        const content = Buffer.concat(pieces);
        const blob = await blobs.write(pieces);
        expect(await blobs.has(blob)).toBe(true);
        expect(Buffer.from(await blobs.readAll(blob)).equals(content)).toBe(true);
        expect((await readFile(await blobs.path(blob))).equals(content)).toBe(true);
        expect(blob).toEqual({ sha256: sha256(content), bytes: content.length });
      }),
      { numRuns: 30 },
    );
  });

  test('a blob larger than one piece is read in order', async () => {
    const { blobs } = await open();
    const content = Array.from({ length: 200_000 }, (_, line) => `line ${line}\n`).join('');
    async function* pieces() {
      for (let at = 0; at < content.length; at += 70_001) {
        await Promise.resolve();
        yield bytesOf(content.slice(at, at + 70_001));
      }
    }
    const blob = await blobs.write(pieces());
    expect((await textOf(blobs.read(blob))) === content).toBe(true);
  });

  test('a program may write the file itself, at a path with the extension that it wants', async () => {
    const { blobs } = await open();
    const blob = await blobs.writeFile(async (path) => {
      expect(extname(path)).toBe('.wav');
      await writeFile(path, 'RIFF');
    }, 'wav');
    expect(blob).toEqual(await blobs.write([bytesOf('RIFF')]));
  });

  test('a program that writes nothing makes no blob', async () => {
    const { blobs } = await open();
    await expect(blobs.writeFile(() => Promise.resolve())).rejects.toThrow('Nothing was written');
  });

  test('an extension that is more than one is refused', async () => {
    const { blobs } = await open();
    const write = () => blobs.writeFile((path) => writeFile(path, ''), '/../../escaped');
    await expect(write()).rejects.toThrow("not a file's extension");
  });

  test('a source that fails leaves no blob, and its error comes through as it is', async () => {
    const { blobs } = await open();
    const failure = new Error('the voice fell silent');
    function* pieces() {
      yield bytesOf('half');
      throw failure;
    }
    await expect(blobs.write(pieces())).rejects.toBe(failure);
    expect(await blobs.has({ sha256: sha256('half'), bytes: 4 })).toBe(false);
  });

  test('an absent blob is not there, and reading it is damage', async () => {
    const { blobs } = await open();
    expect(await blobs.has(absent)).toBe(false);
    await expect(blobs.readAll(absent)).rejects.toThrow(DamagedEntryError);
    await expect(blobs.path(absent)).rejects.toThrow(DamagedEntryError);
    await expect(textOf(blobs.read(absent))).rejects.toThrow('is not in the store');
  });

  test('a blob is not there under another size', async () => {
    const { blobs } = await open();
    const blob = await blobs.write([bytesOf('four')]);
    expect(await blobs.has({ ...blob, bytes: 5 })).toBe(false);
  });

  test('many writers of equal bytes at once make one blob', async () => {
    const { blobs } = await open();
    const written = await Promise.all(Array.from({ length: 20 }, () => blobs.write([bytesOf('the same')])));
    expect(new Set(written.map((blob) => blob.sha256)).size).toBe(1);
    expect(await textOf(blobs.read(written[0] ?? absent))).toBe('the same');
  });

  test('a record that was written is read; the last one counts', async () => {
    const { records } = await open();
    expect(await records.read(key)).toBeUndefined();
    await records.write(key, { old: true });
    await records.write(key, { new: [1, 'zwei', null] });
    expect(await records.read(key)).toEqual({ new: [1, 'zwei', null] });
  });

  test('every JSON value can be a record', async () => {
    const { records } = await open();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), fc.nat(), async (value, number) => {
        const own = sha256(`${number}`);
        const written = JSON.parse(JSON.stringify(value)) as typeof value;
        await records.write(own, written);
        expect(await records.read(own)).toEqual(written);
      }),
      { numRuns: 100 },
    );
  });

  test('a key that is not a digest is refused', async () => {
    const { records, blobs } = await open();
    await expect(records.read('../../etc/passwd')).rejects.toThrow('not a SHA-256');
    await expect(records.write('..', 1)).rejects.toThrow('not a SHA-256');
    await expect(blobs.has({ sha256: '../escape', bytes: 1 })).rejects.toThrow('not a SHA-256');
  });

  test('evicting frees what is over the budget, and what is left is whole', async () => {
    const store = await open();
    const written = await Promise.all(
      Array.from({ length: 10 }, (_, n) => store.blobs.write([Buffer.alloc(1000, `${n}`)])),
    );
    expect(await store.evict(10_000)).toBe(0);
    expect(await store.evict(4500)).toBe(6000);
    const kept = await Promise.all(written.map((blob) => store.blobs.has(blob)));
    expect(kept.filter(Boolean)).toHaveLength(4);
    expect(await store.evict(0)).toBe(4000);
  });
}
