import { readdirSync, readlinkSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { serveFolder } from '../../pipeline/serve/serve-folder.ts';
import { serve } from './served-folder.ts';

const large = Buffer.alloc(64 * 1024 * 1024, 7);

test('who goes away in the middle leaves no file open', { timeout: 30_000 }, async () => {
  const served = await serve({ 'large.mp3': large });
  try {
    const readers = Array.from({ length: 20 }, () => begin(served.port));
    await Promise.all(readers.map(({ begun }) => begun));
    for (const { leave } of readers) leave();
    // Linux tells what is open; elsewhere the server must at least still answer.
    for (let round = 0; round < 100 && openFiles(served.folder).length > 0; round++) await setTimeout(20);
    expect(openFiles(served.folder)).toEqual([]);
    expect((await served.ask('/large.mp3', { headers: { range: 'bytes=0-1' } })).body.length).toBe(2);
  } finally {
    await served.end();
  }
});

test('it ends at once, though somebody is still being sent a file', { timeout: 30_000 }, async () => {
  const served = await serve({ 'large.mp3': large });
  const reader = begin(served.port);
  await reader.begun;
  const start = performance.now();
  await served.end();
  expect(performance.now() - start).toBeLessThan(1000);
  expect(await reader.rest()).toBeLessThan(large.length);
});

test('a slow reader does not make a file held in memory', { timeout: 30_000 }, async () => {
  const served = await serve({ 'large.mp3': large });
  const before = process.memoryUsage().rss;
  const readers = Array.from({ length: 8 }, () => begin(served.port));
  await Promise.all(readers.map(({ begun }) => begun));
  await setTimeout(300);
  expect(process.memoryUsage().rss - before).toBeLessThan(4 * large.length);
  for (const { leave } of readers) leave();
  await served.end();
});

test('a port in use is told, and the next is taken where there is a choice', async () => {
  const first = await serve({});
  const stop = new AbortController();
  const options = { folder: first.folder, host: '127.0.0.1', signal: stop.signal };
  try {
    await expect(serveFolder({ ...options, ports: [first.port] })).rejects.toThrow(
      `Port ${first.port} is in use; --port takes another.`,
    );
    const other = await serveFolder({ ...options, ports: [first.port, 0] });
    expect(other.port).not.toBe(first.port);
    stop.abort();
    await other.ended;
    await expect(serveFolder({ ...options, host: '203.0.113.77', ports: [0] })).rejects.toThrow(
      '203.0.113.77 is no address of this computer.',
    );
  } finally {
    await first.end();
  }
});

type Reader = {
  /** The first bytes have come; no more are read. */
  readonly begun: Promise<void>;
  readonly leave: () => void;
  /** Reads on to the end, or to where it was cut off, and says how many bytes that were. */
  readonly rest: () => Promise<number>;
};

function begin(port: number): Reader {
  const request = get({ host: '127.0.0.1', port, path: '/large.mp3', agent: false });
  request.on('error', () => undefined);
  const answered = new Promise<IncomingMessage>((resolve) => request.once('response', resolve));
  return {
    begun: answered.then((response) => {
      response.on('error', () => undefined);
      return new Promise((resolve) => response.once('readable', resolve));
    }),
    leave: () => request.destroy(),
    rest: async () => {
      const response = await answered;
      let bytes = 0;
      response.on('data', (piece: Buffer) => (bytes += piece.length)).resume();
      await new Promise((resolve) =>
        response.closed ? resolve(undefined) : response.once('close', resolve),
      );
      return bytes;
    },
  };
}

function openFiles(folder: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${name}`);
      return target.startsWith(folder) ? [target] : [];
    } catch {
      return [];
    }
  });
}
