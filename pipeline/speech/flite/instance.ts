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

/** Whole pages of the memory; without `content` they were zeros. */
type Kept = { readonly begin: number; readonly end: number; readonly content?: Buffer };

/** flite's code, compiled, and where its voices lie in the memory. */
export type FliteCode = { readonly module: WebAssembly.Module; readonly constants: Stretch | undefined };

const PAGE_BYTES = 4096;
const emptyPage = Buffer.alloc(PAGE_BYTES);
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

/** All that may change: the voices alone are three fifths of the memory. Of the rest most is room, and zeros need no copy. */
function keep({ buffer }: WebAssembly.Memory, constants: Stretch | undefined): readonly Kept[] {
  const memory = Buffer.from(buffer);
  const untouched = constants && {
    begin: pageAfter(constants.begin + GUARDED_BYTES),
    end: pageAfter(constants.end - GUARDED_BYTES),
  };
  const kept: Kept[] = [];
  for (let begin = 0; begin < memory.length; begin += PAGE_BYTES) {
    if (untouched && begin >= untouched.begin && begin < untouched.end) continue;
    const end = begin + PAGE_BYTES;
    const isEmpty = memory.compare(emptyPage, 0, PAGE_BYTES, begin, end) === 0;
    const last = kept.at(-1);
    // One stretch for pages that are alike and lie side by side: there are thousands.
    if (last?.end === begin && (last.content === undefined) === isEmpty)
      kept[kept.length - 1] = { ...last, end };
    else kept.push({ begin, end, ...(!isEmpty && { content: emptyPage }) });
  }
  return kept.map(({ begin, end, content }) =>
    content ? { begin, end, content: Buffer.from(buffer.slice(begin, end)) } : { begin, end },
  );
}

function pageAfter(address: number): number {
  return Math.ceil(address / PAGE_BYTES) * PAGE_BYTES;
}

/**
 * Sets the memory back to what it was, so that a text sounds the same whatever was said before it. An utterance writes to
 * a handful of the pages that were there before it, and copying these is a hundredth of starting again.
 *
 * @returns false where the memory has grown too large: start another.
 */
export function setBack({ memory, fresh, freshBytes }: FliteInstance): boolean {
  if (memory.buffer.byteLength - freshBytes > LARGEST_GROWTH_BYTES) return false;
  const now = Buffer.from(memory.buffer);
  for (const { begin, end, content } of fresh) {
    for (let at = begin; at < end; at += PAGE_BYTES) {
      const [page, from] = content ? [content, at - begin] : [emptyPage, 0];
      if (now.compare(page, from, from + PAGE_BYTES, at, at + PAGE_BYTES) !== 0)
        page.copy(now, at, from, from + PAGE_BYTES);
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
