import { open } from 'node:fs/promises';
import { loadRuntime, type OnnxSession } from '../onnx/load-runtime.ts';
import { toPcm } from '../pcm.ts';
import { kokoroSessionOptions } from './graph/session-options.ts';
import { frameSamples } from './place-words.ts';

/** What a process of Kokoro is asked for. Everything that it reads is named: it knows no folder of its own. */
export type KokoroRequest = {
  /** Absolute paths: the runtime's folder, the model, the voice. */
  readonly runtime: string;
  readonly model: string;
  readonly voice: string;
  /** Without the zeros at both ends; at most 510. */
  readonly ids: readonly number[];
  readonly tempo: number;
};

export type KokoroSound = {
  readonly pcm: Uint8Array;
  /** Durations of the tokens in frames of 600 samples, the zeros at both ends included. */
  readonly frames: readonly number[];
};

/** The longest input: the model has no place for more. */
export const longestInput = 510;

const styleSize = 256;

/** Speaks with whatever model and voices it is asked for; what was read stays open for the next request. */
export function createKokoro(): (request: KokoroRequest) => Promise<KokoroSound> {
  const sessions = new Map<string, Promise<OnnxSession>>();
  const session = ({ runtime, model }: KokoroRequest): Promise<OnnxSession> => {
    const opened =
      sessions.get(model) ?? loadRuntime(runtime).then((onnx) => onnx.open(model, kokoroSessionOptions));
    sessions.set(model, opened);
    return opened;
  };

  return async (request) => {
    const { ids, tempo } = request;
    if (ids.length === 0 || ids.length > longestInput)
      throw new RangeError(`Kokoro takes 1 to ${longestInput} phonemes at once, not ${ids.length}.`);
    const outputs = await (
      await session(request)
    ).run({
      input_ids: {
        type: 'int64',
        data: BigInt64Array.from([0, ...ids, 0], BigInt),
        dims: [1, ids.length + 2],
      },
      style: { type: 'float32', data: await styleOf(request.voice, ids.length), dims: [1, styleSize] },
      speed: { type: 'float32', data: Float32Array.of(tempo), dims: [1] },
    });
    const waveform = outputs['waveform']?.data;
    const durations = outputs['durations']?.data;
    if (!(waveform instanceof Float32Array) || durations === undefined)
      throw new Error('The model does not give a waveform and durations.');
    const frames = Array.from(durations as ArrayLike<number | bigint>, Number);
    const expected = frames.reduce((sum, frame) => sum + frame, 0) * frameSamples;
    if (expected !== waveform.length)
      throw new Error(`The durations are those of ${expected} samples, the sound has ${waveform.length}.`);
    return { pcm: toPcm(toInteger(waveform)), frames };
  };
}

/** A voice file is a table of styles: a row for each number of phonemes, from 1. */
async function styleOf(voice: string, phonemes: number): Promise<Float32Array> {
  const file = await open(voice);
  try {
    const bytes = Buffer.alloc(styleSize * 4);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, (phonemes - 1) * bytes.length);
    if (bytesRead !== bytes.length) throw new Error(`The voice file ${voice} is too short.`);
    return Float32Array.from({ length: styleSize }, (_, index) => bytes.readFloatLE(index * 4));
  } finally {
    await file.close();
  }
}

function toInteger(waveform: Float32Array): Int16Array {
  return Int16Array.from(waveform, (value) => Math.round(Math.max(-1, Math.min(1, value)) * 32_767));
}
