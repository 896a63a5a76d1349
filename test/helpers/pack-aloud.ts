import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { PackedAloud } from '../bench/epub-audio-process.ts';

const program = resolve(import.meta.dirname, '../bench/epub-audio-process.ts');

/** Packs and checks, in a process of its own, an EPUB of chapters that have so many bytes of sound each. */
export async function packAloud(
  chapters: number,
  bytes: number,
  options: readonly string[] = [],
): Promise<PackedAloud> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-aloud-'));
  try {
    const args = ['--import', import.meta.resolve('tsx'), ...options, program, folder, String(chapters), String(bytes)]; // prettier-ignore
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout) as PackedAloud;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
