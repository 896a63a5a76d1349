import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { measureProcess } from '../bench/measure-process.ts';
import { probe } from './probe.ts';
import { hasMutagen, readMp3 } from './tags/mutagen.ts';

const program = resolve(import.meta.dirname, '../helpers/day-long-process.ts');

test('a book of 24 hours and 400 chapters: every mark is there, to the millisecond, and memory has an end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-day-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { megabytes, printed } = await measureProcess(process.execPath, [
    ...['--import', import.meta.resolve('tsx'), program, folder],
  ]);
  const { paths, hours, lastSeconds } = JSON.parse(printed) as {
    paths: readonly string[];
    hours: number;
    lastSeconds: number;
  };
  expect(hours).toBeGreaterThan(24);
  for (const path of paths) {
    const { chapters, format } = await probe(path);
    expect(chapters).toHaveLength(400);
    expect(Math.abs((chapters.at(-1)?.start_time ?? NaN) - lastSeconds)).toBeLessThanOrEqual(0.001);
    expect(Math.abs(format.duration - hours * 3600)).toBeLessThan(0.1);
  }
  if (hasMutagen) {
    const { frames } = await readMp3(paths[1] ?? '');
    expect(Object.keys(frames).filter((name) => name.startsWith('CHAP:'))).toHaveLength(400);
    expect(Math.abs((frames['CHAP:ch399']?.start_time ?? NaN) - lastSeconds * 1000)).toBeLessThanOrEqual(1);
  }
  // All processes together.
  if (megabytes !== undefined) expect(megabytes).toBeLessThan(400);
}, 900_000);
