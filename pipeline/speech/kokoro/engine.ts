import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Json } from '../../engine/json.ts';
import { SpeechError, type Speech, type SpeechEngine, type SpeechRequest, type Voice } from '../engine.ts';
import type { Accent } from '../english/kokoro-symbols.ts';
import type { EnglishPronouncer } from '../english/pronounce-english.ts';
import { englishVersion } from '../english/version.ts';
import type { Espeak } from '../espeak/find.ts';
import { createEspeakPronouncer } from '../espeak/pronounce.ts';
import { workerBeside } from '../pool/fork-worker.ts';
import { createProcessPool } from '../pool/process-pool.ts';
import { refuseUnsayable } from '../unsayable.ts';
import { inPieces } from './in-pieces.ts';
import { longestInput, type KokoroRequest, type KokoroSound } from './kokoro.ts';
import { placeWords } from './place-words.ts';
import { readTokenTable, tokenise, type TokenTable } from './tokens.ts';
import { accentOf, kokoroSampleRate, kokoroVoices } from './voices.ts';

/** Where the parts of Kokoro lie, once they are installed. Absolute paths. */
export type KokoroFiles = {
  /** The folder of the ONNX runtime. */
  readonly runtime: string;
  /** The model, rewritten for speed and durations. */
  readonly model: string;
  readonly tokenizer: string;
  /** The folder of the voices. */
  readonly voices: string;
  /** What their content is: versions and digests. */
  readonly identity: Json;
};

export type KokoroOptions = {
  /** How many processes speak at once. */
  readonly jobs: number;
  /** Undefined while the voice is not installed. */
  readonly files: () => Promise<KokoroFiles | undefined>;
  /** Fetches what is missing. */
  readonly install: NonNullable<SpeechEngine['install']>;
  /** What an installation would fetch. */
  readonly downloadBytes: () => Promise<number>;
  /** The separate program that makes the phonemes of languages other than English, if it is here. */
  readonly espeak: () => Promise<Espeak | undefined>;
};

/**
 * Kokoro-82M in child processes with one thread each, so that equal requests give equal samples whatever else runs. It takes
 * phonemes and tells how long each lasts.
 */
export function createKokoroEngine({
  jobs,
  files,
  install,
  downloadBytes,
  espeak,
}: KokoroOptions): SpeechEngine {
  const pool = createProcessPool<KokoroRequest, KokoroSound>({
    worker: workerBeside(import.meta.url, './worker'),
    name: 'kokoro',
    size: jobs,
    // Loading takes a second and 510 phonemes some 20 seconds; a machine may be ten times slower, and busy.
    timeoutMilliseconds: ({ ids }) => 120_000 + ids.length * 1000,
  });
  let table: Promise<TokenTable> | undefined;

  async function installed(): Promise<KokoroFiles> {
    const found = await files();
    if (found !== undefined) return found;
    throw new SpeechError('Kokoro is not installed: lectern voices install kokoro.', { transient: false });
  }

  async function voices(): Promise<readonly Voice[]> {
    const needs = {
      install: 'kokoro',
      installed: (await files()) !== undefined,
      downloadBytes: await downloadBytes(),
    };
    const others = (await espeak()) === undefined ? [] : kokoroVoices(false);
    return [...kokoroVoices(true), ...others].map((voice) => ({ ...voice, needs }));
  }

  async function voiceOf(request: SpeechRequest): Promise<Voice> {
    const voice = (await voices()).find(({ id }) => id === request.voice);
    if (voice !== undefined) return voice;
    throw new SpeechError(`Kokoro has no voice "${request.voice}" here.`, { transient: false });
  }

  async function synthesize(request: SpeechRequest, signal: AbortSignal): Promise<Speech> {
    signal.throwIfAborted();
    const voice = await voiceOf(request);
    const { runtime, model, tokenizer, voices: folder } = await installed();
    table ??= readFile(tokenizer, 'utf8').then(readTokenTable);
    const texts = request.text.split(' ');
    const tokens = tokenise(endedByStop((request.phonemes ?? '').split(' ')), await table);
    refuseUnsayable(request, tokens.words.filter(({ begin, end }) => end > begin).length);
    const { pcm, frames } = await inPieces(tokens.ids, longestInput, (ids) =>
      pool.run(
        { runtime, model, voice: path.join(folder, `${voice.name}.bin`), ids, tempo: request.tempo ?? 1 },
        signal,
      ),
    );
    return { pcm, sampleRate: kokoroSampleRate, words: placeWords(texts, tokens, frames) };
  }

  return {
    name: 'kokoro',
    deterministic: true,
    timings: 'phoneme',
    tempo: true,
    longestText: longestLine,
    voices,
    install,
    identity: async (voice) => ({
      engine: 'kokoro',
      version: engineVersion,
      voice: voice.name,
      files: (await installed()).identity,
      threads: 1,
    }),
    pronouncer: async (voice, language) => {
      const accent = accentOf(voice);
      if (accent !== undefined) {
        let opened: ReturnType<typeof openEnglish> | undefined;
        return {
          identity: { english: englishVersion(accent), accent },
          pronounce: async (words) => (await (opened ??= openEnglish(accent))).pronounce(words),
        };
      }
      const program = await espeak();
      return program && createEspeakPronouncer(program, language);
    },
    synthesize,
    rest: () => pool.rest(),
    dispose: () => pool.dispose(),
  };
}

/** Dictionary and model are heavy to load, and a build in which nothing is pronounced anew has no use for them. */
async function openEnglish(accent: Accent): Promise<EnglishPronouncer> {
  const { createEnglishPronouncer } = await import('../english/pronounce-english.ts');
  return createEnglishPronouncer(accent);
}

/** Raised whenever equal files and an equal request would give other sound or other times: for what this folder decides. */
const engineVersion = 3;

/** Without a sign at its end the model swallows a word that stands alone: "Notes" becomes "Note". */
function endedByStop(phonemes: readonly string[]): readonly string[] {
  const last = phonemes.findLastIndex((word) => word !== '');
  const word = phonemes[last];
  if (word === undefined || /[;:,.!?—…]["”)]*$/u.test(word)) return phonemes;
  return phonemes.with(last, `${word}.`);
}

/**
 * Phonemes in one go: fewer than the model has place for. Beyond some 300 it hurries, and the memory that it needs grows with
 * the length.
 */
const longestLine = 300;
