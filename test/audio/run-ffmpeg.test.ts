import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findFfmpeg, type Ffmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { runFfmpeg } from '../../pipeline/audio/run-ffmpeg.ts';
import { tone } from './tones.ts';

const ffmpeg = await findFfmpeg({ environment: process.env });
const never = new AbortController().signal;
const PCM = ['-f', 's16le', '-ar', '16000', '-ac', '1'];

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'lectern run-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A program that stands in for ffmpeg. */
async function standIn(at: string, lines: string): Promise<Ffmpeg> {
  const path = join(at, 'stand-in');
  await writeFile(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return { ...ffmpeg, path };
}

async function* pieces(...all: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  for (const piece of all) yield await Promise.resolve(piece);
}

/** Sound without an end, which tells when its reader let go of it. */
function endless(): { source: AsyncIterable<Uint8Array>; ended: Promise<void> } {
  let letGo = (): void => undefined;
  const ended = new Promise<void>((resolve) => (letGo = resolve));
  async function* source(): AsyncIterable<Uint8Array> {
    try {
      for (;;) yield await Promise.resolve(tone(1, 16_000));
    } finally {
      letGo();
    }
  }
  return { source: source(), ended };
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false); // prettier-ignore
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('bytes go in by a pipe and come out as a file', async () => {
  const output = join(await folder(), 'a file.raw');
  const sound = tone(0.5, 16_000);
  const inputs = [{ options: PCM, source: pieces(sound.subarray(0, 1001), sound.subarray(1001)) }];
  await runFfmpeg(ffmpeg, { purpose: 'copying', inputs, options: PCM, output }, never);
  expect(new Uint8Array(await readFile(output))).toEqual(sound);
});

test('options with a space stay whole, and none is read by a shell', async () => {
  const at = await folder();
  const program = await standIn(at, `for last; do :; done; printf '%s\\n' "$@" > "$last"`);
  const output = join(at, 'out');
  const options = ['-metadata', 'title=Two words', '-metadata', '-y', '-metadata', '$(touch x); "`'];
  await runFfmpeg(
    program,
    { purpose: 'asking', inputs: [{ options: [], source: '/in put' }], options, output },
    never,
  );
  const given = (await readFile(output, 'utf8')).split('\n');
  expect(given).toEqual(expect.arrayContaining(options));
  expect(given).toContain('-nostdin');
  expect(given).toContain('/in put');
});

test('two commands at once each run the program they were given', async () => {
  const [one, other] = [await folder(), await folder()];
  const outputs = await Promise.all(
    [one, other].map(async (at) => {
      const program = await standIn(at, `for last; do :; done; echo "$0" > "$last"`);
      const output = join(at, 'out');
      await runFfmpeg(
        program,
        { purpose: 'asking', inputs: [{ options: [], source: '/in' }], options: [], output },
        never,
      );
      return [program.path, (await readFile(output, 'utf8')).trim()];
    }),
  );
  for (const [given, used] of outputs) expect(used).toBe(given);
});

describe('a failure', () => {
  test('says what was attempted and what ffmpeg said last, and leaves no file', async () => {
    const at = await folder();
    const program = await standIn(
      at,
      'for last; do :; done; echo part > "$last"; echo "[x] no room on disk" >&2; exit 5',
    );
    const output = join(at, 'out');
    const { source, ended } = endless();
    const running = runFfmpeg(
      program,
      { purpose: 'encoding a book', inputs: [{ options: PCM, source }], options: [], output },
      never,
    );
    await expect(running).rejects.toThrow(
      'ffmpeg failed while encoding a book: it exited with code 5.\n[x] no room on disk',
    );
    expect(await exists(output)).toBe(false);
    await ended;
  });

  test('by a signal says which', async () => {
    const at = await folder();
    const run = {
      purpose: 'x',
      inputs: [{ options: [], source: '/in' }],
      options: [],
      output: join(at, 'out'),
    };
    const running = runFfmpeg(await standIn(at, 'kill -9 $$'), run, never);
    await expect(running).rejects.toThrow('ffmpeg failed while x: it was killed with signal SIGKILL.');
  });

  test('to start is an error like any other', async () => {
    const at = await folder();
    const run = {
      purpose: 'x',
      inputs: [{ options: [], source: '/in' }],
      options: [],
      output: join(at, 'out'),
    };
    const unstartable = await standIn(at, '');
    await writeFile(unstartable.path, '#!/no/such/shell\n');
    await expect(runFfmpeg(unstartable, run, never)).rejects.toThrow(/^ffmpeg failed while x: it /);
    await rm(unstartable.path);
    await expect(runFfmpeg(unstartable, run, never)).rejects.toThrow(
      `ffmpeg is gone from ${unstartable.path}, while x.`,
    );
  });

  test("of an input's bytes arrives as it is", async () => {
    const output = join(await folder(), 'out.raw');
    const damage = new Error('the entry is damaged');
    async function* source(): AsyncIterable<Uint8Array> {
      yield await Promise.resolve(tone(1, 16_000));
      throw damage;
    }
    const inputs = [{ options: PCM, source: source() }];
    await expect(runFfmpeg(ffmpeg, { purpose: 'x', inputs, options: PCM, output }, never)).rejects.toBe(
      damage,
    );
    expect(await exists(output)).toBe(false);
  });

  test('is what a path that is not absolute leads to', async () => {
    const run = { purpose: 'x', inputs: [{ options: [], source: '-i' }], options: [], output: '/tmp/out' };
    await expect(runFfmpeg(ffmpeg, run, never)).rejects.toThrow('ffmpeg takes absolute paths only, not -i.');
  });
});

describe('an abort', () => {
  test('ends ffmpeg, removes the file, lets go of the input and throws its reason', async () => {
    const output = join(await folder(), 'out.m4a');
    const controller = new AbortController();
    const reason = new Error('stopped by hand');
    const { source, ended } = endless();
    const options = ['-f', 'ipod', '-c:a', 'aac'];
    const running = runFfmpeg(
      ffmpeg,
      { purpose: 'x', inputs: [{ options: PCM, source }], options, output },
      controller.signal,
    );
    await expect.poll(() => exists(output), { timeout: 5000 }).toBe(true);
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(await exists(output)).toBe(false);
    await ended;
  });

  test('ends also what does not want to end', async () => {
    const at = await folder();
    const pidFile = join(at, 'pid');
    const program = await standIn(at, `trap '' TERM; echo $$ > '${pidFile}'; while :; do sleep 0.1; done`);
    const controller = new AbortController();
    const run = {
      purpose: 'x',
      inputs: [{ options: [], source: '/in' }],
      options: [],
      output: join(at, 'out'),
    };
    const running = runFfmpeg(program, run, controller.signal);
    await expect.poll(() => readFile(pidFile, 'utf8').catch(() => ''), { timeout: 5000 }).toMatch(/\d+\n/);
    const pid = Number(await readFile(pidFile, 'utf8'));
    controller.abort();
    await expect(running).rejects.toThrow('aborted');
    expect(isAlive(pid)).toBe(false);
  });

  test('before the start starts nothing', async () => {
    const at = await folder();
    const program = await standIn(at, `touch '${join(at, 'started')}'`);
    const run = {
      purpose: 'x',
      inputs: [{ options: [], source: '/in' }],
      options: [],
      output: join(at, 'out'),
    };
    await expect(runFfmpeg(program, run, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(await exists(join(at, 'started'))).toBe(false);
  });
});
