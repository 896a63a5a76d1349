/**
 * One process of the speech benchmark: speaks the sentences with one graph, and says in JSON how long it took.
 * Arguments: `peer` or `peer-one-thread` and the folder of the model as transformers.js wants it, or `ours` and the
 * graph's path; then the places, and the sentences, in JSON.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { kokoroSessionOptions } from '../../pipeline/speech/kokoro/graph/session-options.ts';
import { kokoroFeeds, readVocabulary } from '../speech/kokoro/graph/kokoro-feeds.ts';
import { openRuntime } from '../speech/kokoro/graph/open-runtime.ts';
import { type KokoroPlaces } from './kokoro-places.ts';
import { type SpeechFigures } from './speech-figures.ts';

const voice = 'af_heart';
const sampleRate = 24_000;
const rounds = 2;

const [kind = '', where = '', placesJson = '', sentencesJson = ''] = process.argv.slice(2);
const places = JSON.parse(placesJson) as KokoroPlaces;
const sentences = JSON.parse(sentencesJson) as readonly string[];

const loading = process.cpuUsage();
const speak = kind === 'ours' ? await ours() : await peer(kind === 'peer-one-thread');
const cpuSecondsToLoad = cpuSecondsSince(loading);
// What a first sentence costs besides is the runtime's own preparation.
await speak(sentences[0] ?? '');

const rates: number[] = [];
let audioSeconds = 0;
const began = performance.now();
for (let round = 0; round < rounds; round++) {
  for (const sentence of sentences) {
    const usage = process.cpuUsage();
    const seconds = (await speak(sentence)) / sampleRate;
    rates.push(seconds / cpuSecondsSince(usage));
    audioSeconds += seconds;
  }
}
const figures: SpeechFigures = {
  rates,
  audioSeconds,
  wallSeconds: (performance.now() - began) / 1000,
  cpuSecondsToLoad,
  residentMegabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
};
process.stdout.write(JSON.stringify(figures));

/** @returns what speaks a sentence, and how many samples it was. */
async function ours(): Promise<(phonemes: string) => Promise<number>> {
  const runtime = openRuntime(places.runtime);
  const vocabulary = readVocabulary(places.tokenizer);
  const session = await runtime.InferenceSession.create(where, kokoroSessionOptions);
  const path = join(places.voices, `${voice}.bin`);
  return async (phonemes) => {
    const results = await session.run(kokoroFeeds(runtime, vocabulary, path, phonemes));
    return results['waveform']?.data.length ?? 0;
  };
}

type Transformers = {
  readonly env: { localModelPath: string; allowRemoteModels: boolean };
  readonly StyleTextToSpeech2Model: {
    from_pretrained(name: string, options: object): Promise<unknown>;
  };
  readonly AutoTokenizer: {
    from_pretrained(
      name: string,
    ): Promise<(text: string, options: object) => { readonly input_ids: unknown }>;
  };
};
type KokoroJs = {
  readonly KokoroTTS: new (
    model: unknown,
    tokenizer: unknown,
  ) => {
    generate_from_ids(ids: unknown, options: object): Promise<{ readonly audio: Float32Array }>;
  };
};

/** The package kokoro-js, on its own runtime; from phonemes, so that it is not charged for finding them. */
async function peer(isOneThread: boolean): Promise<(phonemes: string) => Promise<number>> {
  const require = createRequire(join(places.peers ?? '', 'package.json'));
  const { KokoroTTS } = require('kokoro-js') as KokoroJs;
  const transformers = createRequire(require.resolve('kokoro-js'))(
    '@huggingface/transformers',
  ) as Transformers;
  const { StyleTextToSpeech2Model, AutoTokenizer, env } = transformers;
  env.localModelPath = join(where, '..');
  env.allowRemoteModels = false;
  const threads = { intraOpNumThreads: 1, interOpNumThreads: 1 };
  const options = { dtype: 'q8', device: 'cpu', ...(isOneThread && { session_options: threads }) };
  const model = await StyleTextToSpeech2Model.from_pretrained('kokoro', options);
  const tokenizer = await AutoTokenizer.from_pretrained('kokoro');
  const tts = new KokoroTTS(model, tokenizer);
  return async (phonemes) => {
    const { input_ids: ids } = tokenizer(phonemes, { truncation: true });
    return (await tts.generate_from_ids(ids, { voice })).audio.length;
  };
}

function cpuSecondsSince(usage: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(usage);
  return (user + system) / 1e6;
}
