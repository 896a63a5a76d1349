/** A running flite with its voice loaded, whose memory can be set back to that moment. */
import { exposeFunctions } from './expose-functions.ts';
import { voiceLoaders } from './voices.ts';

/** flite's C functions. Pointers are numbers; 0 is null. */
export type Functions = Readonly<Record<(typeof functionNames)[number], (...args: number[]) => number>>;
const functionNames = [
  '__wasm_call_ctors',
  'flite_init',
  'new_utterance',
  'utt_set_input_text',
  'utt_init',
  'utt_synth',
  'utt_wave',
  'utt_relation',
  'relation_head',
  'item_next',
  'item_prev',
  'item_daughter',
  'item_as',
  'item_feat_int',
  'item_feat_float',
  'item_feat_string',
  'malloc',
  'free',
] as const;

export type FliteInstance = {
  readonly functions: Functions;
  readonly memory: WebAssembly.Memory;
  /** The pointer of the voice. */
  readonly voice: number;
  /** The memory as it was when the voice had been loaded. */
  readonly fresh: Buffer;
};

const PAGE_BYTES = 4096;
/** Taken and given back at once, so that most utterances find room without making the memory grow. */
const ROOM_BYTES = 8 * 1024 * 1024;
/** What a memory may grow by before it is given up: the allocator never takes up again what an utterance made it grow by. */
const LARGEST_GROWTH_BYTES = 64 * 1024 * 1024;

/** The code of flite, ready to speak: compiled once, used for every instance. */
export function compileFlite(wasm: Uint8Array): WebAssembly.Module {
  return new WebAssembly.Module(exposeFunctions(wasm, [...functionNames, ...Object.values(voiceLoaders)]));
}

/** @param loader the function that loads the voice: one of `voiceLoaders`' */
export function startFlite(flite: WebAssembly.Module, loader: string): FliteInstance {
  const { exports } = new WebAssembly.Instance(flite, { wasi_snapshot_preview1: nothingOutside(flite) });
  const memory = exports['memory'] as WebAssembly.Memory;
  const functions = exports as unknown as Functions;
  const load = exports[loader] as (directory: number) => number;
  functions.__wasm_call_ctors();
  functions.flite_init();
  const voice = load(0);
  functions.free(functions.malloc(ROOM_BYTES));
  return { functions, memory, voice, fresh: Buffer.from(new Uint8Array(memory.buffer).slice().buffer) };
}

/**
 * Sets the memory back to what it was, so that a text sounds the same whatever was said before it. An utterance writes to
 * a handful of the pages that were there before it, and copying these is a hundredth of starting again.
 *
 * @returns false where the memory has grown too large: start another.
 */
export function setBack({ memory, fresh }: FliteInstance): boolean {
  if (memory.buffer.byteLength - fresh.length > LARGEST_GROWTH_BYTES) return false;
  const now = Buffer.from(memory.buffer);
  for (let begin = 0; begin < fresh.length; begin += PAGE_BYTES) {
    const end = begin + PAGE_BYTES;
    if (now.compare(fresh, begin, end, begin, end) !== 0) fresh.copy(now, begin, begin, end);
  }
  return true;
}

/** The system that flite sees has no files, no arguments, no clock: every call fails as on a bad descriptor. */
function nothingOutside(flite: WebAssembly.Module): Record<string, (...args: number[]) => number> {
  const badDescriptor = 8;
  const calls = WebAssembly.Module.imports(flite).map(({ name }) => [name, () => badDescriptor] as const);
  return {
    ...Object.fromEntries(calls),
    proc_exit: (code = 0) => {
      throw new Error(`it ended with code ${code}`);
    },
  };
}
