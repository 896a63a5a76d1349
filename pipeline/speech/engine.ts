/**
 * What every speech engine is to the rest: a voice that turns one utterance at a time into samples.
 * Resampling, pauses, joining and loudness are not its business.
 */
import type { Json } from '../engine/json.ts';

export type Voice = {
  /** Unique over all engines: `flite/rms`, `say/Samantha`, `festival/voice_cmu_us_slt_arctic_hts`. */
  readonly id: string;
  readonly engine: string;
  readonly name: string;
  /** The languages it speaks, BCP 47, the first its own. */
  readonly languages: readonly string[];
  readonly sampleRate: number;
  readonly licence: string;
};

export type SpeechRequest = { readonly text: string; readonly language: string; readonly voice: string };

/** Mono samples, signed 16 bit, little endian; the times are counted in samples from the first. */
export type Speech = {
  readonly pcm: Uint8Array;
  readonly sampleRate: number;
  readonly words: readonly WordTiming[];
};
export type WordTiming = { readonly text: string; readonly beginSample: number; readonly endSample: number };

export type SpeechEngine = {
  readonly name: string;
  /** Whether equal requests give equal samples on equal identities. */
  readonly deterministic: boolean;
  /** How far down its own timings go. Without them words share the sentence's length by their letters. */
  readonly timings: 'phoneme' | 'word' | 'none';
  /** In UTF-16 code units; longer texts are split by the caller at clauses. */
  readonly longestText: number;
  /** What belongs to the key of all that this voice says: engine, version, voice digest, settings that change the sound. */
  identity(voice: Voice): Promise<Json>;
  /** The voices that can speak now. Empty where the engine cannot run here. */
  voices(): Promise<readonly Voice[]>;
  /**
   * @throws SpeechError; `transient` where another try may go well.
   */
  synthesize(request: SpeechRequest, signal: AbortSignal): Promise<Speech>;
  dispose(): Promise<void>;
};

export class SpeechError extends Error {
  override readonly name: string = 'SpeechError';
  readonly transient: boolean;
  constructor(message: string, options: ErrorOptions & { readonly transient: boolean }) {
    super(message, options);
    this.transient = options.transient;
  }
}

/** The voice has no sound for a text, and never will: it holds nothing to say, or is written in a script it does not know. */
export class UnsayableError extends SpeechError {
  override readonly name = 'UnsayableError';
  constructor(message: string) {
    super(message, { transient: false });
  }
}
