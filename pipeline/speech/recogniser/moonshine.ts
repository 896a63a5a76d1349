import { pathToFileURL } from 'node:url';
import { loadRuntime, type OnnxSession, type Tensor } from '../onnx/load-runtime.ts';
import { decodeTokens } from './decode-tokens.ts';
import { hearingRate } from './resample.ts';

/** What a process of the recogniser is asked for. Absolute paths; at most 20 seconds at 16 kHz. */
export type HearRequest = {
  readonly runtime: string;
  readonly encoder: string;
  readonly decoder: string;
  readonly tokenizer: string;
  readonly samples: Float32Array;
};

/** Moonshine-tiny: 6 layers with 8 heads of 36 numbers each. */
const layers = 6;
const heads = 8;
const headSize = 36;

const firstToken = 1;
const lastToken = 2;

/** Silence at both ends, without which it drops or doubles the outermost words: 0.25 s. */
const paddingSamples = hearingRate / 4;
/** Nobody speaks faster. Where it falls into repeating itself, this ends it. */
const mostTokensPerSecond = 6.5;

/** One thread: a process a core gives more than threads, and always the same sums. */
const sessionOptions = {
  executionProviders: ['cpu'],
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
} as const;

type Opened = {
  readonly encoder: OnnxSession;
  readonly decoder: OnnxSession;
  readonly vocabulary: readonly string[];
};

/** Hears with whatever model it is asked for, and keeps it open. An instance hears one sound at a time. */
export function createMoonshine(): (request: HearRequest) => Promise<string> {
  const all = new Map<string, Promise<Opened>>();
  return async (request) => {
    const opened = all.get(request.decoder) ?? open(request);
    all.set(request.decoder, opened);
    const { encoder, decoder, vocabulary } = await opened;
    if (isSilent(request.samples)) return '';
    const padded = new Float32Array(request.samples.length + 2 * paddingSamples);
    padded.set(request.samples, paddingSamples);
    const encoded = await encoder.run({
      input_values: { type: 'float32', data: padded, dims: [1, padded.length] },
    });
    const most = Math.ceil((padded.length / hearingRate) * mostTokensPerSecond);
    return decodeTokens(await write(decoder, taken(encoded, 'last_hidden_state'), most), vocabulary);
  };
}

async function open({ runtime, encoder, decoder, tokenizer }: HearRequest): Promise<Opened> {
  const onnx = await loadRuntime(runtime);
  const module = (await import(pathToFileURL(tokenizer).href)) as {
    readonly default?: { readonly vocabById?: readonly string[] };
  };
  const vocabulary = module.default?.vocabById;
  if (vocabulary === undefined) throw new Error(`The tokenizer ${tokenizer} gives no vocabulary.`);
  return {
    encoder: await onnx.open(encoder, sessionOptions),
    decoder: await onnx.open(decoder, sessionOptions),
    vocabulary,
  };
}

/** Whether nothing is louder than the hiss of 16 bits, of full scale. */
function isSilent(samples: Float32Array): boolean {
  return samples.every((sample) => Math.abs(sample) < 0.001);
}

/** Writes down what was heard, token by token, each time the likeliest. */
async function write(decoder: OnnxSession, heard: Tensor, most: number): Promise<readonly number[]> {
  const ids: number[] = [];
  let past = nothingSaid();
  while (ids.length < most) {
    const isFirst = ids.length === 0;
    const outputs = await decoder.run({
      input_ids: { type: 'int64', data: BigInt64Array.of(BigInt(ids.at(-1) ?? firstToken)), dims: [1, 1] },
      encoder_hidden_states: heard,
      use_cache_branch: { type: 'bool', data: Uint8Array.of(isFirst ? 0 : 1), dims: [1] },
      ...past,
    });
    // Of a lone number it often thinks that nothing was said. Something was: silence is not asked about.
    const id = likeliest(taken(outputs, 'logits').data as Float32Array, isFirst ? lastToken : undefined);
    if (id === lastToken) break;
    ids.push(id);
    past = said(past, outputs, isFirst);
  }
  return ids;
}

type Past = Readonly<Record<string, Tensor>>;

function nothingSaid(): Past {
  const none: Tensor = { type: 'float32', data: new Float32Array(0), dims: [0, heads, 1, headSize] };
  return Object.fromEntries(pastNames.map((name) => [`past_key_values.${name}`, none]));
}

/** What the next step builds on. What was heard stays as it is: only the first step gives it. */
function said(past: Past, outputs: Readonly<Record<string, Tensor>>, isFirst: boolean): Past {
  return Object.fromEntries(
    pastNames.map((name) => {
      const key = `past_key_values.${name}`;
      const isKept = !isFirst && name.includes('encoder');
      return [key, isKept ? taken(past, key) : taken(outputs, `present.${name}`)];
    }),
  );
}

const pastNames = Array.from({ length: layers }, (_, layer) =>
  ['decoder.key', 'decoder.value', 'encoder.key', 'encoder.value'].map((part) => `${layer}.${part}`),
).flat();

function likeliest(logits: Float32Array, refused: number | undefined): number {
  let best = 0;
  for (let id = 1; id < logits.length; id += 1)
    if (id !== refused && (logits[id] ?? 0) > (logits[best] ?? 0)) best = id;
  return best;
}

function taken(tensors: Readonly<Record<string, Tensor>>, name: string): Tensor {
  const tensor = tensors[name];
  if (tensor === undefined) throw new Error(`The recogniser's model gives no ${name}.`);
  return tensor;
}
