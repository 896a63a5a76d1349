/**
 * What every speech engine is to the rest: a voice that turns one utterance at a time into samples.
 * Resampling, pauses, joining and loudness are not its business.
 */
import type { Json } from '../engine/json.ts';
import type { SpokenWord } from '../narration/spoken-word.ts';

export type Voice = {
  /** Unique over all engines: `kokoro/af_heart`, `flite/rms`, `say/Samantha`, `festival/voice_cmu_us_slt_arctic_hts`. */
  readonly id: string;
  readonly engine: string;
  readonly name: string;
  /** The languages it speaks, BCP 47, the first its own. */
  readonly languages: readonly string[];
  readonly sampleRate: number;
  readonly licence: string;
  /** What a person would say of it: "American, a woman". */
  readonly description?: string;
  /** What has to be fetched before it can speak, where anything has to be. */
  readonly needs?: VoiceNeeds;
};

export type VoiceNeeds = {
  /** The name under which it is installed: `kokoro`. */
  readonly install: string;
  readonly installed: boolean;
  readonly downloadBytes: number;
};

/** One request: the words to say, parted by single spaces. */
export type SpeechRequest = {
  readonly text: string;
  /** How each word sounds, parted by single spaces, for engines that take phonemes; what `pronounce` of the same engine gave. */
  readonly phonemes?: string;
  readonly language: string;
  readonly voice: string;
  /** 1 is the voice's own; less is slower. Left out where the engine cannot vary it. */
  readonly tempo?: number;
};

/** Mono samples, signed 16 bit, little endian; the times are counted in samples from the first. */
export type Speech = {
  readonly pcm: Uint8Array;
  readonly sampleRate: number;
  readonly words: readonly WordTiming[];
};
export type WordTiming = { readonly text: string; readonly beginSample: number; readonly endSample: number };

/** How a word will sound, and how that is known. */
export type PronouncedWord = {
  /** In the engine's own signs, with the punctuation that it hears; empty where it has no sound for the word. No white space. */
  readonly phonemes: string;
  readonly source: 'dictionary' | 'derived' | 'guessed' | 'letters' | 'author';
};

export type Pronouncer = {
  /** What its results depend on: dictionary, rules, programs. */
  readonly identity: Json;
  /** A result for each word, in their order. */
  pronounce(words: readonly SpokenWord[], signal: AbortSignal): Promise<readonly PronouncedWord[]>;
};

export type SpeechEngine = {
  readonly name: string;
  /** Whether equal requests give equal samples on equal identities. */
  readonly deterministic: boolean;
  /** How far down its own timings go. Without them words share the sentence's length by their letters. */
  readonly timings: 'phoneme' | 'word' | 'none';
  /** Whether it heeds `tempo`. */
  readonly tempo: boolean;
  /** In UTF-16 code units, of the phonemes where it takes phonemes, else of the text; longer requests are split by the caller at clauses. */
  readonly longestText: number;
  /**
   * Who turns words into phonemes for a voice in one of its languages, for engines that take phonemes; undefined where that
   * language needs a program that is not here. Engines without it take text.
   */
  pronouncer?(voice: Voice, language: string): Promise<Pronouncer | undefined>;
  /**
   * Fetches what its voices need; at once where all is there.
   *
   * @param progress gets what is fetched and what is to be fetched, in bytes
   * @throws InstallError that says what could not be fetched, and why
   */
  install?(options: {
    readonly signal: AbortSignal;
    readonly progress: (done: number, total: number) => void;
  }): Promise<void>;
  /** What belongs to the key of all that this voice says: engine, version, voice digest, settings that change the sound. */
  identity(voice: Voice): Promise<Json>;
  /** The voices that can speak now, and those that could after an installation. Empty where the engine cannot run here. */
  voices(): Promise<readonly Voice[]>;
  /**
   * @throws SpeechError; `transient` where another try may go well.
   */
  synthesize(request: SpeechRequest, signal: AbortSignal): Promise<Speech>;
  /** Gives back what is held for the next request; where an engine holds nothing, it has none. */
  rest?(): Promise<void>;
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
