/** Voices and the recogniser as tests use them: fetched once for all tests, and kept from one run to the next. */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { kokoroInstallation } from '../../pipeline/speech/install/kokoro-installation.ts';
import { installMissing, type InstallOptions } from '../../pipeline/speech/install/install-missing.ts';
import { runtimeBundle } from '../../pipeline/speech/install/runtime-bundle.ts';
import {
  recogniserInstallation,
  type RecogniserFiles,
} from '../../pipeline/speech/install/recogniser-installation.ts';
import { kokoroRewriteVersion, rewriteKokoro, type KokoroSetting } from '../../pipeline/speech/kokoro/graph/rewrite-kokoro.ts'; // prettier-ignore
import type { KokoroFiles } from '../../pipeline/speech/kokoro/engine.ts';

/** The folder that tests take as LECTERN_HOME where they need an installed voice. */
export async function testHome(): Promise<string> {
  const home = process.env['LECTERN_TEST_HOME'] ?? path.join(tmpdir(), 'lectern-test-home');
  await mkdir(home, { recursive: true });
  return path.resolve(home);
}

/** The real Kokoro, which is fetched if it is not there: 203 MB. */
export async function installedKokoro(setting: KokoroSetting = 'exact'): Promise<KokoroFiles> {
  const home = await testHome();
  const rewrite = {
    version: kokoroRewriteVersion,
    apply: (model: Uint8Array) => rewriteKokoro(model, setting),
  };
  return installed(home, kokoroInstallation({ home, setting, rewrite }));
}

/** The real recogniser: 22 MB beside the runtime that it shares with Kokoro. */
export async function installedRecogniser(): Promise<RecogniserFiles> {
  const home = await testHome();
  return installed(home, recogniserInstallation({ home }));
}

/** The folder of the ONNX runtime; for a platform without a binary that is the one in WebAssembly, which runs anywhere. */
export async function installedRuntime(platform?: string, architecture?: string): Promise<string> {
  const home = await testHome();
  const bundle = runtimeBundle(home, platform, architecture);
  await alone(path.join(home, 'tests.lock'), () =>
    installMissing([bundle], { title: 'The ONNX runtime' }, withPatience()),
  );
  return bundle.folder;
}

function withPatience(): InstallOptions {
  return { signal: AbortSignal.timeout(10 * 60_000), progress: () => undefined };
}

type Installation<F> = {
  files(): Promise<F | undefined>;
  install(options: InstallOptions): Promise<void>;
};

async function installed<F>(home: string, installation: Installation<F>): Promise<F> {
  return alone(path.join(home, 'tests.lock'), async () => {
    await installation.install(withPatience());
    const files = await installation.files();
    if (files === undefined) throw new Error('It is not there after it was installed.');
    return files;
  });
}

/** Of several processes that test at once, one acts at a time. */
export async function alone<R>(lock: string, act: () => Promise<R>): Promise<R> {
  for (;;) {
    const file = await open(lock, 'wx').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
      throw error;
    });
    if (file !== undefined) {
      try {
        await file.writeFile(String(process.pid));
        return await act();
      } finally {
        await file.close();
        await rm(lock, { force: true });
      }
    }
    const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
    // Nought while its owner has not written yet, or has just taken it away.
    if (owner > 0 && !isAlive(owner)) await rm(lock, { force: true });
    else await setTimeout(100);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
