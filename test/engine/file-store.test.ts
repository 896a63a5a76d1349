import { chmod, mkdir, readFile, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { BlobRef } from '../../pipeline/engine/blob.ts';
import { DamagedEntryError } from '../../pipeline/engine/damaged-entry.ts';
import { sha256 } from '../../pipeline/engine/digest.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import { ownedFileName } from '../../pipeline/engine/owner.ts';
import { StoreError } from '../../pipeline/engine/store-error.ts';
import { bytesOf, filesIn, temporaryFolder, temporaryStore, textOf } from './helpers/temporary-store.ts';
import { runScript } from './helpers/run-script.ts';
import { storeContract } from './store-contract.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMilliseconds);
const onlyFile = async (folder: string, part: 'blobs' | 'records') => (await filesIn(folder, part))[0] ?? '';

async function flipOneBit(path: string, at: number): Promise<void> {
  const content = await readFile(path);
  content[at] = (content[at] ?? 0) ^ 1;
  await writeFile(path, content);
}

describe('the contract of a store', () => storeContract(temporaryStore));

describe('layout', () => {
  test('blobs lie raw under their digest and records as JSON under their key', async () => {
    const { folder, blobs, records } = await temporaryStore();
    const blob = await blobs.write([bytesOf('raw')]);
    await records.write(sha256('key'), { word: 'yes' });
    const blobPath = join(folder, 'blobs', blob.sha256.slice(0, 2), blob.sha256);
    expect(await readFile(blobPath, 'utf8')).toBe('raw');
    expect(await blobs.path(blob)).toBe(blobPath);
    const record: unknown = JSON.parse(await readFile(await onlyFile(folder, 'records'), 'utf8'));
    expect(record).toMatchObject({ value: { word: 'yes' } });
  });

  test('nothing temporary is left by writing, nor by failing to', async () => {
    const { folder, blobs, records } = await temporaryStore();
    await blobs.write([bytesOf('a')]);
    await blobs.writeFile((path) => writeFile(path, 'b'));
    await blobs.writeFile(() => Promise.reject(new Error('no'))).catch(() => undefined);
    await records.write(sha256('key'), 1);
    expect(await filesIn(folder, 'temporary')).toEqual([]);
  });

  test('a change of the working directory changes nothing', async () => {
    const folder = await temporaryFolder();
    const result = runScript(
      `import { mkdirSync } from 'node:fs';
       import { openStore } from 'ENGINE/open-store.ts';
       const store = await openStore('store');
       mkdirSync('elsewhere');
       process.chdir('elsewhere');
       const blob = await store.blobs.write([Buffer.from('x')]);
       console.log(await store.blobs.path(blob));`,
      { cwd: folder },
    );
    expect(result.stdout.trim().startsWith(join(folder, 'store', 'blobs'))).toBe(true);
  });
});

describe('damage', () => {
  const record = { words: ['one', 'two'], count: 2 };

  async function storeWithRecord() {
    const store = await temporaryStore();
    await store.records.write(sha256('key'), record);
    return { ...store, path: await onlyFile(store.folder, 'records') };
  }

  test('a record with any one bit flipped is absent and removed', async () => {
    const { records, path } = await storeWithRecord();
    const { size } = await stat(path);
    for (let at = 0; at < size; at++) {
      await records.write(sha256('key'), record);
      await flipOneBit(path, at);
      expect(await records.read(sha256('key'))).toBeUndefined();
      await expect(stat(path)).rejects.toThrow('ENOENT');
    }
  });

  test('a record cut short anywhere is absent', async () => {
    const { records, path } = await storeWithRecord();
    const { size } = await stat(path);
    for (let length = 0; length < size; length++) {
      await records.write(sha256('key'), record);
      await truncate(path, length);
      expect(await records.read(sha256('key'))).toBeUndefined();
    }
  });

  test('a record that was moved to another key is absent', async () => {
    const { records, folder, path } = await storeWithRecord();
    const other = sha256('another');
    await mkdir(join(folder, 'records', other.slice(0, 2)), { recursive: true });
    await rename(path, join(folder, 'records', other.slice(0, 2), other));
    expect(await records.read(other)).toBeUndefined();
    expect(await records.read(sha256('key'))).toBeUndefined();
  });

  test.each([
    ['nothing', ''],
    ['text', 'not JSON'],
    ['a value without a digest', '{"digest":"","value":1}\n'],
    ['another JSON', '{"a":1}'],
    ['zeros, as after a power cut', '\u0000'.repeat(100)],
  ])('a file with %s in the place of a record is absent', async (_, content) => {
    const { records, path } = await storeWithRecord();
    await writeFile(path, content);
    expect(await records.read(sha256('key'))).toBeUndefined();
  });

  test('a folder in the place of a record is absent and can be written over', async () => {
    const { records, path } = await storeWithRecord();
    await rm(path);
    await mkdir(join(path, 'deep'), { recursive: true });
    expect(await records.read(sha256('key'))).toBeUndefined();
    await records.write(sha256('key'), record);
    expect(await records.read(sha256('key'))).toEqual(record);
  });

  const damages: Readonly<Record<string, (path: string) => Promise<void>>> = {
    'a flipped bit': (path) => flipOneBit(path, 3),
    'a cut end': (path) => truncate(path, 5),
    'a longer end': (path) => writeFile(path, 'more', { flag: 'a' }),
    'no file': (path) => rm(path),
    'a folder': async (path) => {
      await rm(path);
      await mkdir(path);
    },
  };

  test.each(Object.entries(damages))(
    'a blob damaged by %s is found when it is read, and forgotten',
    async (_, harm) => {
      const { blobs, folder } = await temporaryStore();
      const readers: readonly ((blob: BlobRef) => Promise<unknown>)[] = [
        (blob) => textOf(blobs.read(blob)),
        (blob) => blobs.readAll(blob),
        (blob) => blobs.path(blob),
      ];
      for (const read of readers) {
        const blob = await blobs.write([bytesOf('whole content')]);
        await harm(await onlyFile(folder, 'blobs'));
        await expect(read(blob)).rejects.toThrow(DamagedEntryError);
        expect(await blobs.has(blob)).toBe(false);
        await blobs.write([bytesOf('whole content')]);
        expect(await textOf(blobs.read(blob))).toBe('whole content');
      }
    },
  );

  test('no byte of a short damaged blob gets out', async () => {
    const { blobs, folder } = await temporaryStore();
    const blob = await blobs.write([Buffer.alloc(100_000, 'x')]);
    await flipOneBit(await onlyFile(folder, 'blobs'), 99_999);
    const pieces: Uint8Array[] = [];
    const read = async () => {
      for await (const piece of blobs.read(blob)) pieces.push(piece);
    };
    await expect(read()).rejects.toThrow('another content');
    expect(pieces).toEqual([]);
  });

  test('writing the same content mends a blob that is damaged without a change of size', async () => {
    const { blobs, folder } = await temporaryStore();
    const blob = await blobs.write([bytesOf('mend me')]);
    await flipOneBit(await onlyFile(folder, 'blobs'), 0);
    await blobs.write([bytesOf('mend me')]);
    expect(await textOf(blobs.read(blob))).toBe('mend me');
  });
});

describe('last use', () => {
  test('what was used last is evicted last', async () => {
    const store = await temporaryStore();
    const written: BlobRef[] = [];
    for (let n = 0; n < 5; n++) {
      const blob = await store.blobs.write([Buffer.alloc(100, `${n}`)]);
      await utimes(await store.blobs.path(blob), daysAgo(30 - n), daysAgo(30 - n));
      written.push(blob);
    }
    const [oldest, ...younger] = written as [BlobRef, ...BlobRef[]];
    expect(await store.blobs.has(oldest)).toBe(true); // A use, today.
    expect(await store.evict(200)).toBe(300);
    const kept = await Promise.all(younger.map((blob) => store.blobs.has(blob)));
    expect(kept).toEqual([false, false, false, true]);
    expect(await store.blobs.has(oldest)).toBe(true);
  });

  test('reading a record is a use; a use is noted once a day', async () => {
    const { records, folder } = await temporaryStore();
    await records.write(sha256('key'), 1);
    const path = await onlyFile(folder, 'records');
    const hoursAgo = new Date(Date.now() - dayMilliseconds / 2);
    await utimes(path, hoursAgo, hoursAgo);
    const { mtimeMs } = await stat(path);
    await records.read(sha256('key'));
    expect((await stat(path)).mtimeMs).toBe(mtimeMs);
    await utimes(path, daysAgo(2), daysAgo(2));
    await records.read(sha256('key'));
    expect(Date.now() - (await stat(path)).mtimeMs).toBeLessThan(dayMilliseconds / 2);
  });
});

describe('what killed processes left', () => {
  const endedProcess = () => spawnSync(process.execPath, ['--version']).pid;

  test('is swept when the store is opened, unless its process lives or it is not ours', async () => {
    const folder = await temporaryFolder();
    await openStore(folder);
    const own = ownedFileName();
    const place = own.slice(0, 12);
    const ended = `${place}-${endedProcess()}-0123456789abcdef`;
    const elsewhereOld = `0123456789ab-1-0123456789abcdef`;
    const elsewhereNew = `0123456789ab-1-fedcba9876543210`;
    for (const name of [own, ended, elsewhereOld, elsewhereNew, 'notes.txt']) {
      await writeFile(join(folder, 'temporary', name), 'part');
    }
    for (const name of [own, elsewhereOld]) {
      await utimes(join(folder, 'temporary', name), daysAgo(2), daysAgo(2));
    }
    await openStore(folder);
    const left = (await filesIn(folder, 'temporary')).map((path) =>
      path.slice(join(folder, 'temporary').length + 1),
    );
    expect(left.sort()).toEqual([own, elsewhereNew, 'notes.txt'].sort());
  });
});

describe('a disk that cannot be written', () => {
  test('a folder that cannot be made is named, with what was attempted', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    const opening = openStore(join(file, 'store'));
    await expect(opening).rejects.toThrow(StoreError);
    await expect(opening).rejects.toThrow(`Could not open the store in ${file}`);
  });

  // The kernel's own refusal in the middle of a write, as a full disk gives it: a limit on the size of files.
  test.skipIf(process.platform === 'win32')(
    'a write refused half way leaves no half entry and says so',
    async () => {
      const folder = await temporaryFolder();
      const result = runScript(
        `import { openStore } from 'ENGINE/open-store.ts';
       const store = await openStore(${JSON.stringify(folder)});
       const messages = [];
       const note = (error) => messages.push([error.name, error.message, error.cause.code]);
       await store.blobs.write(Array.from({ length: 100 }, () => Buffer.alloc(1024))).catch(note);
       await store.records.write('a'.repeat(64), 'x'.repeat(100_000)).catch(note);
       console.log(JSON.stringify(messages));`,
        { fileBlocks: 16 },
      );
      const messages = JSON.parse(result.stdout) as readonly (readonly string[])[];
      expect(messages.map(([name]) => name)).toEqual(['StoreError', 'StoreError']);
      expect(messages[0]?.[1]).toContain(`Could not write a blob in ${join(folder, 'blobs')}`);
      expect(messages[1]?.[1]).toContain(`Could not write a record in ${join(folder, 'records')}`);
      expect(messages.map(([, , code]) => code)).toEqual(['EFBIG', 'EFBIG']);
      for (const part of ['blobs', 'records', 'temporary'] as const)
        expect(await filesIn(folder, part)).toEqual([]);
    },
  );

  test('a full disk and missing permission are said in words', () => {
    const words = (code: string) =>
      new StoreError('write a blob', '/store', Object.assign(new Error(code), { code })).message;
    expect(words('ENOSPC')).toBe('Could not write a blob in /store: the disk is full (ENOSPC).');
    expect(words('EACCES')).toBe('Could not write a blob in /store: permission is denied (EACCES).');
  });

  test.skipIf(process.platform === 'win32')(
    'an entry that may not be read is a refusal, not damage',
    async () => {
      const { blobs, records, folder } = await temporaryStore();
      const blob = await blobs.write([bytesOf('secret')]);
      await records.write(sha256('key'), 1);
      for (const part of ['blobs', 'records'] as const) await chmod(await onlyFile(folder, part), 0);
      await chmod(folder, 0o755);
      const result = runScript(
        `import { openStore } from 'ENGINE/open-store.ts';
       const { blobs, records } = await openStore(${JSON.stringify(folder)});
       if (process.getuid() === 0) process.setuid(65534); // Root may read everything.
       const messages = [];
       const note = (error) => messages.push(error.message);
       await blobs.readAll(${JSON.stringify(blob)}).catch(note);
       await records.read('${sha256('key')}').catch(note);
       console.log(JSON.stringify(messages));`,
      );
      expect(JSON.parse(result.stdout)).toEqual([
        `Could not read a blob in ${join(folder, 'blobs')}: permission is denied (EACCES).`,
        `Could not read a record in ${join(folder, 'records')}: permission is denied (EACCES).`,
      ]);
      for (const part of ['blobs', 'records'] as const) expect(await filesIn(folder, part)).toHaveLength(1);
    },
  );
});
