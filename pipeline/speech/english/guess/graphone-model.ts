import { brotliDecompressSync } from 'node:zlib';

/**
 * What is known of how letters sound: counts of runs of graphones, a graphone being one letter with the phonemes (none to
 * two, in ARPAbet with stress) that it has in a word of the dictionary: `c` as `K`, `x` as `K S`, the silent `e` as nothing.
 * The counts are a tree. A node is a run: its parent is the run without the last graphone, the root is the empty run.
 */
export type GraphoneModel = {
  /** The letter and the phonemes of each graphone; graphones of one letter stand together. */
  readonly letters: readonly string[];
  readonly phonemes: readonly (readonly string[])[];
  /** Which graphones a letter has: from, and one past the last. */
  readonly ofLetter: ReadonlyMap<string, readonly [number, number]>;
  /** A node's graphone, and how often the run was seen. */
  readonly graphone: Uint16Array;
  readonly count: Float32Array;
  /** Children of node n, ascending by graphone: `firstChild[n]` up to `firstChild[n + 1]`. */
  readonly firstChild: Uint32Array;
  /** The sum of the counts of a node's children. */
  readonly total: Float32Array;
  /** The longest run in the tree. */
  readonly order: number;
};

/** The letters that begin and end a word in the model. */
export const wordStart = '<';
export const wordEnd = '>';

/** Counts are kept as steps: exact up to 8, then each step about a fifth more. */
export function countStep(count: number): number {
  return count <= 8 ? count : Math.round(8 + Math.log(count / 8) / Math.log(1.2));
}

export function stepCount(step: number): number {
  return step <= 8 ? step : 8 * 1.2 ** (step - 8);
}

/**
 * Reads a model as `test/speech/english/train-guesser.ts` writes it: base64 of Brotli of
 * length-prefixed (4 bytes, little endian) parts: graphones as lines; then for every level of the tree the numbers of
 * children (bytes, 255 continues), the graphones as steps from the sibling before (likewise), the counts' steps (bytes).
 */
export function readGraphoneModel(data: string): GraphoneModel {
  const bytes = brotliDecompressSync(Buffer.from(data, 'base64'));
  let at = 0;
  const part = (): Buffer => {
    const length = bytes.readUInt32LE(at);
    at += 4 + length;
    return bytes.subarray(at - length, at);
  };
  const lines = part().toString('utf8').split('\n');
  const levels: { numbers: Buffer; steps: Buffer; counts: Buffer }[] = [];
  while (at < bytes.length) levels.push({ numbers: part(), steps: part(), counts: part() });

  const nodes = levels.reduce((sum, level) => sum + level.counts.length, 1);
  const graphone = new Uint16Array(nodes);
  const count = new Float32Array(nodes);
  const firstChild = new Uint32Array(nodes + 1).fill(nodes);
  const total = new Float32Array(nodes);
  let parent = 0;
  let node = 1;
  for (const { numbers, steps, counts } of levels) {
    const levelEnd = node;
    const number = reader(numbers);
    const step = reader(steps);
    let read = 0;
    for (; parent < levelEnd; parent++) {
      firstChild[parent] = node;
      let sum = 0;
      let before = 0;
      for (let left = number(); left > 0; left--) {
        before += step();
        const seen = stepCount(counts[read++] ?? 0);
        graphone[node] = before;
        count[node] = seen;
        sum += seen;
        node++;
      }
      total[parent] = sum;
    }
  }
  return { ...graphoneNames(lines), graphone, count, firstChild, total, order: levels.length };
}

function graphoneNames(lines: readonly string[]) {
  const letters = lines.map((line) => line.slice(0, 1));
  const phonemes = lines.map((line) => line.slice(1).split(' ').filter(Boolean));
  const ofLetter = new Map<string, readonly [number, number]>();
  letters.forEach((letter, index) => ofLetter.set(letter, [ofLetter.get(letter)?.[0] ?? index, index + 1]));
  return { letters, phonemes, ofLetter };
}

function reader(bytes: Buffer): () => number {
  let at = 0;
  return () => {
    let value = 0;
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += byte;
      if (byte < 255) return value;
    }
  };
}
