import { stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import envPaths from 'env-paths';
import { findFfmpeg } from '../audio/find-ffmpeg.ts';
import type { SoundTools } from '../build.ts';
import { openStore } from '../engine/open-store.ts';
import type { Store } from '../engine/store.ts';
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

export function openSpeech(jobs: number): SpeechTools {
  return createSpeechTools({ jobs });
}

/** The voice and the encoder, found before any work begins. */
export async function openSound(
  speech: SpeechTools,
  voice: string | undefined,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<SoundTools> {
  const [voiceTool, ffmpeg] = await Promise.all([speech.voice(voice), findFfmpeg({ environment, signal })]);
  return { voice: voiceTool, ffmpeg };
}
