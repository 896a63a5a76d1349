import type { Json } from '../../engine/json.ts';
import type { Tool } from '../../engine/stage.ts';
import { SpeechError } from '../engine.ts';
import type { RecogniserInstallation } from '../install/recogniser-installation.ts';
import { toSamples } from '../pcm.ts';
import { workerBeside } from '../pool/fork-worker.ts';
import { createProcessPool } from '../pool/process-pool.ts';
import type { HearRequest } from './moonshine.ts';
import { hearingRate, toHearingRate } from './resample.ts';
import { splitAtSilences } from './split-at-silences.ts';

/** Mono samples, signed 16 bit, little endian. */
export type HeardSound = { readonly pcm: Uint8Array; readonly sampleRate: number };

/** Writes down what it hears: English, for checks of what a voice said. A tool of the stage `transcribe`. */
export type Recogniser = Tool & {
  /** How many sounds it hears at once. */
  readonly jobs: number;
  readonly install: RecogniserInstallation['install'];
  readonly isInstalled: () => Promise<boolean>;
  /**
   * What was heard, as the recogniser writes it: with capitals, punctuation and figures. Empty where it heard nothing.
   *
   * @throws SpeechError, also where it is not installed; the signal's reason where it was aborted
   */
  hear(sound: HeardSound, signal: AbortSignal): Promise<string>;
  dispose(): Promise<void>;
};

export type RecogniserOptions = {
  /** How many processes hear at once. */
  readonly jobs: number;
  readonly installation: RecogniserInstallation;
};

/** Raised when equal sounds would be heard differently though the model is the same: padding, resampling, pieces. */
const hearingVersion = 1;

/** The recogniser in child processes with one thread each. None starts before there is something to hear. */
export function openRecogniser({ jobs, installation }: RecogniserOptions): Recogniser {
  const identity: Json = { recogniser: installation.identity, version: hearingVersion, threads: 1 };
  const pool = createProcessPool<HearRequest, string>({
    worker: workerBeside(import.meta.url, './worker'),
    name: 'moonshine',
    size: jobs,
    // It hears ten times as fast as one speaks, and loads in two seconds; a machine may be far slower, and busy.
    timeoutMilliseconds: ({ samples }) => 120_000 + (samples.length / hearingRate) * 5000,
  });
  return {
    identity,
    jobs,
    install: (options) => installation.install(options),
    isInstalled: async () => (await installation.files()) !== undefined,
    hear: async ({ pcm, sampleRate }, signal) => {
      const files = await installation.files();
      if (files === undefined)
        throw new SpeechError('The recogniser is not installed.', { transient: false });
      const texts: string[] = [];
      for (const samples of splitAtSilences(toHearingRate(toSamples(pcm), sampleRate)))
        texts.push(await pool.run({ ...files, samples }, signal));
      return texts.filter((text) => text !== '').join(' ');
    },
    dispose: () => pool.dispose(),
  };
}
