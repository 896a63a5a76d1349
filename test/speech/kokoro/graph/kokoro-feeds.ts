/** What the graph of Kokoro takes: ids of phonemes with a nought at both ends, a row of the voice, and the speed. */
import { readFileSync } from 'node:fs';
import { type Runtime, type RuntimeTensor } from './open-runtime.ts';

export type Vocabulary = Readonly<Record<string, number>>;

/** @param path of tokenizer.json */
export function readVocabulary(path: string): Vocabulary {
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly model: { readonly vocab: Vocabulary } }).model
    .vocab;
}

const styleSize = 256;

/** @throws Error where a phoneme is not in the vocabulary. */
export function kokoroFeeds(
  runtime: Runtime,
  vocabulary: Vocabulary,
  voicePath: string,
  phonemes: string,
): Readonly<Record<string, RuntimeTensor>> {
  const ids = Array.from(phonemes, (phoneme) => {
    const id = vocabulary[phoneme];
    if (id === undefined) throw new Error(`Kokoro has no phoneme “${phoneme}”.`);
    return id;
  });
  const voice = new Float32Array(Uint8Array.from(readFileSync(voicePath)).buffer);
  const style = voice.slice((ids.length - 1) * styleSize, ids.length * styleSize);
  return {
    input_ids: new runtime.Tensor('int64', BigInt64Array.from([0, ...ids, 0], BigInt), [1, ids.length + 2]),
    style: new runtime.Tensor('float32', style, [1, styleSize]),
    speed: new runtime.Tensor('float32', Float32Array.of(1), [1]),
  };
}
