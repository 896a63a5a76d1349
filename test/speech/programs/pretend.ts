import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { wave } from '../wave.ts';

/** What a pretended program was called with. */
export type Call = {
  readonly args: readonly string[];
  readonly stdin: string;
  readonly environment: { readonly LECTERN_VOICE?: string; readonly LECTERN_FILE?: string };
};

export type Pretended = {
  /** The calls that were not for the list of voices. */
  calls(): Promise<Call[]>;
  remove(): Promise<void>;
};

export type Behaviour = {
  readonly voices: string;
  /** What it writes to its file; by default a second of sound at 22 050 Hz. */
  readonly file?: Buffer | null;
  readonly stderr?: string;
  readonly exitCode?: number;
  readonly hangs?: boolean;
};

/**
 * Puts a program of that name first on PATH. It tells its voices where its arguments ask for them, and otherwise records how it was
 * called and writes a WAV file where it is told to: after `-o`, or where LECTERN_FILE says.
 */
export async function pretend(name: string, asksForVoices: string, behaviour: Behaviour): Promise<Pretended> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-pretend-'));
  const calls = join(folder, 'calls');
  await mkdir(calls);
  const tone = Buffer.from(
    Int16Array.from({ length: 22_050 }, (_, index) => 9000 * Math.sin(index / 9)).buffer,
  );
  await writeFile(join(folder, 'speech.wav'), behaviour.file ?? wave(tone, { sampleRate: 22_050 }));
  const program = `#!${process.execPath}
    const { copyFileSync, readFileSync, writeFileSync } = require('node:fs');
    const args = process.argv.slice(2);
    if (args.join(' ').includes(${JSON.stringify(asksForVoices)})) {
      process.stdout.write(${JSON.stringify(behaviour.voices)});
    } else {
      const stdin = readFileSync(0, 'utf8');
      const { LECTERN_VOICE, LECTERN_FILE } = process.env;
      const call = JSON.stringify({ args, stdin, environment: { LECTERN_VOICE, LECTERN_FILE } });
      writeFileSync(${JSON.stringify(calls)} + '/' + process.hrtime.bigint() + '-' + process.pid, call);
      process.stderr.write(${JSON.stringify(behaviour.stderr ?? '')});
      if (${String(behaviour.hangs ?? false)}) setInterval(() => undefined, 1000);
      else {
        const file = LECTERN_FILE ?? args[args.indexOf('-o') + 1];
        if (${String(behaviour.file !== null)}) copyFileSync(${JSON.stringify(join(folder, 'speech.wav'))}, file);
        process.exitCode = ${behaviour.exitCode ?? 0};
      }
    }`;
  // Whatever stands above the folder of temporary files.
  await writeFile(join(folder, 'package.json'), '{"type":"commonjs"}');
  await writeFile(join(folder, name), program);
  await chmod(join(folder, name), 0o755);

  const path = process.env['PATH'] ?? '';
  process.env['PATH'] = `${folder}${delimiter}${path}`;
  return {
    calls: async () => {
      const files = (await readdir(calls)).sort();
      return Promise.all(
        files.map(async (file) => JSON.parse(await readFile(join(calls, file), 'utf8')) as Call),
      );
    },
    remove: async () => {
      process.env['PATH'] = path;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
