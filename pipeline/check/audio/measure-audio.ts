import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Archive } from '../epub/archive.ts';
import { mp4Seconds } from './mp4-seconds.ts';
import { randomAccess } from './random-access.ts';

export type MeasureOptions = {
  /** The program that measures what is no MP4; without it such files are not measured. */
  readonly ffprobe?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** How long an audio file of the archive plays, in seconds; undefined where that cannot be told. */
export async function measureAudio(
  archive: Archive,
  name: string,
  { ffprobe, signal }: MeasureOptions,
): Promise<number | undefined> {
  const file = await randomAccess(archive, name);
  const seconds = file && (await mp4Seconds(file));
  if (seconds !== undefined || ffprobe === undefined) return seconds;
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-check-'));
  try {
    // Its extension is of no use to ffprobe, which looks inside; its name could be anything.
    const copy = path.join(folder, 'audio');
    await pipeline(await archive.stream(name), createWriteStream(copy), { ...(signal && { signal }) });
    const args = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', copy];
    const { stdout } = await promisify(execFile)(ffprobe, args, {
      timeout: 60_000,
      ...(signal && { signal }),
    });
    const told = Number(stdout.trim());
    return Number.isFinite(told) && told > 0 ? told : undefined;
  } catch (error) {
    signal?.throwIfAborted();
    // It does not know this kind of sound: then nobody does.
    if (error instanceof Error && 'stderr' in error) return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
