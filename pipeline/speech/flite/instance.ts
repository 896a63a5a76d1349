/** A running flite with its voice loaded, whose memory can be set back to that moment. */
import { constantData, type Stretch } from './constant-data.ts';
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
  /** The memory as it was when the voice had been loaded, without what nobody changes. */
  readonly fresh: readonly Kept[];
  readonly freshBytes: number;
};

type Kept = { readonly begin: number; readonly content: Buffer };

/** flite's code, compiled, and where its voices lie in the memory. */
export type FliteCode = { readonly module: WebAssembly.Module; readonly constants: Stretch | undefined };

const PAGE_BYTES = 4096;
/**
 * Of the constants these ends are looked after all the same: writing to a null pointer hits the first, a stack that grows down out
 * of its bounds the last.
 */
const GUARDED_BYTES = 1024 * 1024;
/** Taken and given back at once, so that most utterances find room without making the memory grow. */
const ROOM_BYTES = 8 * 1024 * 1024;
/** What a memory may grow by before it is given up: the allocator never takes up again what an utterance made it grow by. */
const LARGEST_GROWTH_BYTES = 64 * 1024 * 1024;

/** The code of flite, ready to speak: compiled once, used for every instance. */
export function compileFlite(wasm: Uint8Array): FliteCode {
  const exposed = exposeFunctions(wasm, [...functionNames, ...Object.values(voiceLoaders)]);
  return { module: new WebAssembly.Module(exposed), constants: constantData(wasm) };
}

/** @param loader the function that loads the voice: one of `voiceLoaders`' */
export function startFlite({ module: flite, constants }: FliteCode, loader: string): FliteInstance {
  const { exports } = new WebAssembly.Instance(flite, { wasi_snapshot_preview1: nothingOutside(flite) });
  const memory = exports['memory'] as WebAssembly.Memory;
  const functions = exports as unknown as Functions;
  const load = exports[loader] as (directory: number) => number;
  functions.__wasm_call_ctors();
  functions.flite_init();
  const voice = load(0);
  functions.free(functions.malloc(ROOM_BYTES));
  const freshBytes = memory.buffer.byteLength;
  return { functions, memory, voice, freshBytes, fresh: keep(memory, constants) };
}

/** A copy of all that may change: the voices alone are three fifths of the memory. */
function keep({ buffer }: WebAssembly.Memory, constants: Stretch | undefined): readonly Kept[] {
  const copy = (begin: number, end: number): Kept => ({
    begin,
    content: Buffer.from(buffer.slice(begin, end)),
  });
  if (constants === undefined || constants.end - constants.begin < 2 * GUARDED_BYTES)
    return [copy(0, buffer.byteLength)];
  return [copy(0, constants.begin + GUARDED_BYTES), copy(constants.end - GUARDED_BYTES, buffer.byteLength)];
}

/**
 * Sets the memory back to what it was, so that a text sounds the same whatever was said before it. An utterance writes to
 * a handful of the pages that were there before it, and copying these is a hundredth of starting again.
 *
 * @returns false where the memory has grown too large: start another.
 */
export function setBack({ memory, fresh, freshBytes }: FliteInstance): boolean {
  if (memory.buffer.byteLength - freshBytes > LARGEST_GROWTH_BYTES) return false;
  for (const { begin, content } of fresh) {
    const now = Buffer.from(memory.buffer, begin, content.length);
    for (let at = 0; at < content.length; at += PAGE_BYTES) {
      const end = Math.min(at + PAGE_BYTES, content.length);
      if (now.compare(content, at, end, at, end) !== 0) content.copy(now, at, at, end);
    }
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
