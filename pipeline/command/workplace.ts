import { stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import envPaths from 'env-paths';
import { findFfmpeg } from '../audio/find-ffmpeg.ts';
import { provenIn } from '../audio/proven-ffmpegs.ts';
import type { SoundTools } from '../build.ts';
import { openStore } from '../engine/open-store.ts';
import type { Store } from '../engine/store.ts';
import { UsageError } from './failures.ts';
import { findEspeak, type Espeak } from '../speech/espeak/find.ts';
import type { KokoroInstallation } from '../speech/install/kokoro-installation.ts';
import type { KokoroSetting } from '../speech/kokoro/graph/rewrite-kokoro.ts';
import { openEngines } from '../speech/open-engines.ts';
import { createSpeechTools, type SpeechTools } from '../speech/tools.ts';

/** Where Lectern keeps what it remembers: `LECTERN_HOME`, or the system's folder for caches. */
export function homeFolder(environment: NodeJS.ProcessEnv): string {
  const own = environment['LECTERN_HOME'];
  return own !== undefined && own !== '' ? path.resolve(own) : envPaths('lectern', { suffix: '' }).cache;
}

/** Remembered results beyond this are forgotten, the longest unused first. */
const storeBudgetBytes = 20 * 1024 ** 3;

export function openWorkStore(environment: NodeJS.ProcessEnv): Promise<Store> {
  return openStore(path.join(homeFolder(environment), 'store'));
}

/** Looking at every entry takes seconds in a large store, so it is done once a day at most. */
const trimEverySeconds = 24 * 60 * 60;

export async function trimStore(store: Store, environment: NodeJS.ProcessEnv): Promise<void> {
  const mark = path.join(homeFolder(environment), 'store', 'trimmed');
  const last = await stat(mark).catch(() => undefined);
  if (last && Date.now() - last.mtimeMs < trimEverySeconds * 1000) return;
  await store.evict(storeBudgetBytes);
  await writeFile(mark, '');
}

/** One utterance at a time on each core, unless said otherwise. */
export function defaultJobs(): number {
  return Math.max(1, os.availableParallelism());
}

/** What the command line says of voices, in every command that has to do with them. */
export type SpeechCommandOptions = {
  /** A folder of Kokoro's weights in place of those that are fetched. */
  readonly voiceDir?: string;
  readonly precision?: string;
};

const precisions = ['close', 'exact', 'fast'] as const satisfies readonly KokoroSetting[];

export function openSpeech(
  { voiceDir, precision, jobs }: SpeechCommandOptions & { readonly jobs: number },
  environment: NodeJS.ProcessEnv,
): SpeechTools {
  const setting = parsePrecision(precision);
  // Loaded when Kokoro is first asked for: what rewrites and fetches it is the heaviest part of starting up.
  let opened: Promise<KokoroInstallation> | undefined;
  const kokoro = (): Promise<KokoroInstallation> =>
    (opened ??= import('./open-kokoro.ts').then(({ openKokoro }) =>
      openKokoro({ home: homeFolder(environment), setting, folder: voiceDir }),
    ));
  let found: Promise<Espeak | undefined> | undefined;
  return createSpeechTools(
    openEngines({
      jobs,
      files: async () => (await kokoro()).files(),
      install: async (options) => (await kokoro()).install(options),
      downloadBytes: async () => (await kokoro()).downloadBytes,
      espeak: () => (found ??= findEspeak()),
    }),
  );
}

function parsePrecision(precision = 'close'): KokoroSetting {
  const setting = precisions.find((one) => one === precision);
  if (setting === undefined)
    throw new UsageError(`--precision takes ${precisions.join(', ')}; not “${precision}”.`);
  return setting;
}

/** The voices and the encoder, found before any work begins. A narrator that does not exist is told at once. */
export async function openSound(
  speech: SpeechTools,
  voice: string | undefined,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<SoundTools> {
  const [ffmpeg] = await Promise.all([
    findFfmpeg({ environment, signal, proven: provenIn(path.join(homeFolder(environment), 'ffmpeg')) }),
    voice === undefined ? undefined : speech.voice(voice),
  ]);
  return { speech, ffmpeg };
}
