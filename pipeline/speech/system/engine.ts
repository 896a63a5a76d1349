import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SpeechError, type Speech, type SpeechEngine, type SpeechRequest } from '../engine.ts';
import { createLimit } from '../../engine/limit.ts';
import { toSamples } from '../pcm.ts';
import { readWave, type Wave } from '../riff.ts';
import { soundRange } from '../sound-range.ts';
import { spreadWords } from '../spread-words.ts';
import { refuseUnsayable } from '../unsayable.ts';
import { runPlatform } from './run-platform.ts';
import type { SystemProgram, SystemVoice } from './system-program.ts';

/**
 * The voices of the operating system, through the package `say`: one process a request, at most `jobs` at a time.
 * It tells no times: words share the sound by their letters.
 */
export function createSystemEngine(
  program: SystemProgram,
  { jobs }: { readonly jobs: number },
): SpeechEngine {
  const limit = createLimit(jobs);
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  let known: Promise<readonly SystemVoice[]> | undefined;

  /** Asked for once. A program that is missing or fails has no voices; `synthesize` says why. */
  const voices = (): Promise<readonly SystemVoice[]> => (known ??= askForVoices().catch(() => []));

  async function askForVoices(): Promise<readonly SystemVoice[]> {
    const platform = program.platform();
    const printed = await runPlatform(platform, (callback) => platform.getInstalledVoices(callback), {
      doing: 'asking for the voices of the system',
      needs: program.needs,
      timeoutMilliseconds: 30_000,
      signal: closing.signal,
    });
    return program.parseVoices(printed);
  }

  async function voiceOf(request: SpeechRequest): Promise<SystemVoice> {
    const found = (await voices()).find(({ id }) => id === request.voice);
    if (found !== undefined) return found;
    // What is wrong is clearer from the program itself than from an empty list.
    const available = await askForVoices();
    const names = available.map(({ id }) => id).join(', ') || 'none';
    throw new SpeechError(`The system has no voice "${request.voice}"; it has: ${names}.`, {
      transient: false,
    });
  }

  async function synthesize(request: SpeechRequest, signal: AbortSignal): Promise<Speech> {
    signal.throwIfAborted();
    const voice = await voiceOf(request);
    const { spoken, words } = program.prepareText(request.text);
    refuseUnsayable(request, words.length);
    const wave = await speakToWave(program, voice, spoken, signal);
    if (wave.sampleRate !== voice.sampleRate)
      throw new SpeechError(`${voice.id} spoke at ${wave.sampleRate} Hz, not at ${voice.sampleRate}.`, {
        transient: false,
      });
    const sound = soundRange(toSamples(wave.pcm), wave.sampleRate);
    if (sound === undefined) refuseUnsayable(request, 0);
    return { ...wave, words: sound === undefined ? [] : spreadWords(words, sound.begin, sound.end) };
  }

  return {
    name: program.engine,
    deterministic: program.deterministic,
    timings: 'none',
    tempo: false,
    longestText: program.longestText,
    voices,
    identity: (voice) => program.identity(voice),
    synthesize: (request, signal) => {
      const either = AbortSignal.any([signal, closing.signal]);
      const speech = limit(() => synthesize(request, either), either);
      const settled = speech.then(ignore, ignore);
      running.add(settled);
      void settled.then(() => running.delete(settled));
      return speech;
    },
    dispose: async () => {
      closing.abort(new SpeechError(`The speech engine ${program.engine} was closed.`, { transient: false }));
      // Their programs are ended by now, but not all of their files are gone.
      await Promise.all(running);
    },
  };
}

const ignore = (): void => undefined;

/** Lets the program write into a folder of its own, which is gone afterwards. */
async function speakToWave(
  program: SystemProgram,
  voice: SystemVoice,
  text: string,
  signal: AbortSignal,
): Promise<Wave> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-say-'));
  try {
    const file = join(folder, 'speech.wav');
    const platform = program.platform();
    const doing = `speaking with ${voice.id}`;
    await runPlatform(platform, (callback) => platform.export(text, voice.name, null, file, callback), {
      doing,
      needs: program.needs,
      timeoutMilliseconds: 30_000 + text.length * 50,
      signal,
    });
    try {
      return readWave(await readFile(file));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new SpeechError(`Failed at ${doing}: its file cannot be used. ${why}`, {
        cause,
        transient: false,
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
