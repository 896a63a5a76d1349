import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SpeechError, type SpeechEngine } from '../engine.ts';
import { englishTextVersion, toEnglishText } from '../english-text.ts';
import { workerBeside } from '../pool/fork-worker.ts';
import { createProcessPool } from '../pool/process-pool.ts';
import { refuseUnsayable } from '../unsayable.ts';
import type { FliteSound } from './library.ts';
import { placeWords } from './place-words.ts';
import { fliteVoices } from './voices.ts';
import { fliteWasmFile } from './wasm-file.ts';
import type { FliteRequest } from './worker.ts';

/**
 * flite, in as many child processes as there are jobs. It comes with the package, needs no network, and gives equal
 * samples for equal requests in any process. It sees text only as text: no options, no files, no markup.
 */
export function createFliteEngine({ jobs }: { readonly jobs: number }): SpeechEngine {
  const pool = createProcessPool<FliteRequest, FliteSound>({
    worker: workerBeside(import.meta.url, './worker'),
    name: 'flite',
    size: jobs,
    // What a text took is given back at once (glibc): a seventh of what a process holds.
    environment: { MALLOC_TRIM_THRESHOLD_: '131072' },
    // A thousand characters take about a second of one processor; a machine may be much slower, and busy.
    timeoutMilliseconds: ({ text }) => 30_000 + text.length * 20,
  });
  let digest: Promise<string> | undefined;

  return {
    name: 'flite',
    deterministic: true,
    timings: 'word',
    tempo: false,
    longestText: 1000,
    voices: () => Promise.resolve(fliteVoices),
    identity: async (voice) => ({
      engine: 'flite',
      voice: voice.name,
      wasm: await (digest ??= digestFile(fliteWasmFile())),
      text: englishTextVersion,
    }),
    synthesize: async (request, signal) => {
      const voice = fliteVoices.find(({ id }) => id === request.voice);
      if (voice === undefined)
        throw new SpeechError(`flite has no voice "${request.voice}".`, { transient: false });
      const text = toEnglishText(request.text);
      const sound = await pool.run({ voice: voice.name, text: text.spoken }, signal);
      const words = placeWords(text, sound);
      refuseUnsayable(request, words.length);
      return { pcm: sound.pcm, sampleRate: sound.sampleRate, words };
    },
    rest: () => pool.rest(),
    dispose: () => pool.dispose(),
  };
}

async function digestFile(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
