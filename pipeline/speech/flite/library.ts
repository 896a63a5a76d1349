import { SpeechError } from '../engine.ts';
import {
  compileFlite,
  setBack,
  startFlite,
  type FliteCode,
  type FliteInstance,
  type Functions,
} from './instance.ts';
import { voiceLoaders } from './voices.ts';

/** What flite makes of a text. */
export type FliteSound = {
  readonly pcm: Uint8Array;
  readonly sampleRate: number;
  readonly tokens: readonly FliteToken[];
};
/** A token of the text that is heard. `at` is the index of its last byte before punctuation. Seconds from the first sample. */
export type FliteToken = { readonly at: number; readonly beginSeconds: number; readonly endSeconds: number };

/**
 * flite with its voices. Every text gets the memory as it was when its voice had been loaded: flite's noise goes on where
 * the last utterance left it, so that a used memory would give other samples after other texts; and an overrun of its
 * buffers ends with the text that caused it.
 */
export class FliteLibrary {
  readonly #code: FliteCode;
  readonly #instances = new Map<string, FliteInstance>();

  constructor(wasm: Uint8Array) {
    this.#code = compileFlite(wasm);
  }

  /**
   * Speaks one text.
   *
   * @param text ASCII
   * @throws SpeechError where flite gives up on the text.
   */
  speak(voice: string, text: string): FliteSound {
    const loader = voiceLoaders[voice];
    if (loader === undefined) throw new SpeechError(`flite has no voice "${voice}".`, { transient: false });
    const instance = this.#instances.get(voice) ?? startFlite(this.#code, loader);
    // Taken out while it speaks: after a trap its stack is not what it was.
    this.#instances.delete(voice);
    try {
      const sound = synthesize(instance, text);
      if (setBack(instance)) this.#instances.set(voice, instance);
      return sound;
    } catch (cause) {
      throw new SpeechError(`flite gave up on the text "${text.slice(0, 80)}" (${String(cause)}).`, {
        cause,
        transient: false,
      });
    }
  }
}

function synthesize({ functions: flite, memory, voice }: FliteInstance, text: string): FliteSound {
  const cString = (value: string): number => {
    const bytes = new TextEncoder().encode(`${value}\0`);
    const at = flite.malloc(bytes.length);
    new Uint8Array(memory.buffer).set(bytes, at);
    return at;
  };
  // The space lets the last token end as every other does: before a character.
  const utterance = flite.new_utterance();
  flite.utt_set_input_text(utterance, cString(`${text} `));
  flite.utt_init(utterance, voice);
  if (flite.utt_synth(utterance) === 0) throw new Error('it made no utterance');

  // struct cst_wave { const char *type; int sample_rate; int num_samples; int num_channels; short *samples; }
  const wave = new DataView(memory.buffer, flite.utt_wave(utterance), 20);
  const [sampleRate, samples, channels] = [
    wave.getInt32(4, true),
    wave.getInt32(8, true),
    wave.getInt32(12, true),
  ];
  if (channels !== 1) throw new Error(`it made ${channels} channels`);
  const pcm = new Uint8Array(memory.buffer).slice(
    wave.getUint32(16, true),
    wave.getUint32(16, true) + samples * 2,
  );
  return { pcm, sampleRate, tokens: readTokens(flite, memory, utterance, cString) };
}

/**
 * Walks the utterance's trees: a token's daughters are its words, a word's daughters in SylStructure its syllables,
 * theirs its segments. A segment begins where the one before it ends.
 */
function readTokens(
  flite: Functions,
  memory: WebAssembly.Memory,
  utterance: number,
  cString: (value: string) => number,
): FliteToken[] {
  const [tokenRelation, sylStructure, segmentRelation] = [
    cString('Token'),
    cString('SylStructure'),
    cString('Segment'),
  ];
  const [end, filePosition, punctuation] = [cString('end'), cString('file_pos'), cString('punc')];

  const tokens: FliteToken[] = [];
  let token = flite.relation_head(flite.utt_relation(utterance, tokenRelation));
  for (; token !== 0; token = flite.item_next(token)) {
    const segments = daughters(flite, token)
      .map((word) => flite.item_as(word, sylStructure))
      .flatMap((word) => daughters(flite, word))
      .flatMap((syllable) => daughters(flite, syllable))
      .map((segment) => flite.item_as(segment, segmentRelation));
    const [first, last] = [segments[0], segments.at(-1)];
    if (first === undefined || last === undefined) continue;
    const before = flite.item_prev(first);
    // flite has read the character after the token and stands behind it.
    const tokenEnd = flite.item_feat_int(token, filePosition) - 1;
    tokens.push({
      at: tokenEnd - cStringLength(memory, flite.item_feat_string(token, punctuation)) - 1,
      beginSeconds: before === 0 ? 0 : flite.item_feat_float(before, end),
      endSeconds: flite.item_feat_float(last, end),
    });
  }
  return tokens;
}

function daughters(flite: Functions, item: number): number[] {
  const found: number[] = [];
  if (item === 0) return found;
  for (let next = flite.item_daughter(item); next !== 0; next = flite.item_next(next)) found.push(next);
  return found;
}

function cStringLength(memory: WebAssembly.Memory, at: number): number {
  return new Uint8Array(memory.buffer).indexOf(0, at) - at;
}
