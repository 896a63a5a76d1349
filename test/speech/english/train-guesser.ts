/**
 * Learns from the CMU dictionary how letters sound, and measures it on words held out.
 *
 *     npx tsx test/speech/english/train-guesser.ts            learn from all words, write graphone-data.ts
 *     npx tsx test/speech/english/train-guesser.ts measure    hold 2 000 words out, print error rates, write nothing
 *
 * Deterministic: equal dictionary, equal file.
 */
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { dictionary } from 'cmu-pronouncing-dictionary';
import { bestGraphones } from '../../../pipeline/speech/english/guess/best-graphones.ts';
import { countStep, readGraphoneModel } from '../../../pipeline/speech/english/guess/graphone-model.ts';

const order = Number(process.env['ORDER'] ?? 8);
/** Runs seen less often than this are forgotten, by their length. */
const fewest = (process.env['FEWEST'] ?? '1,1,1,1,1,2,2,3').split(',').map(Number);

type Entry = { readonly word: string; readonly phonemes: readonly string[] };
type Aligned = { readonly word: string; readonly chunks: readonly string[] };

const entries = Object.entries(dictionary)
  .filter(([word]) => /^[a-z]{2,}$/.test(word))
  .map(([word, phonemes]): Entry => ({ word, phonemes: phonemes.split(' ') }))
  .filter(({ word, phonemes }) => phonemes.length <= word.length * 2 && /[aeiouy]/.test(word));

function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
}

const bare = (phoneme: string): string => phoneme.replace(/\d/, '');

/** Expectation–maximisation over all ways to deal out a word's phonemes to its letters, none to two each. */
function learnChunks(words: readonly Entry[], rounds: number): Map<string, number> {
  let weights: Map<string, number> | undefined;
  for (let round = 0; round < rounds; round++) {
    const sums = new Map<string, number>();
    const letterSums = new Map<string, number>();
    for (const entry of words) {
      const { word } = entry;
      const sounds = entry.phonemes.map(bare);
      const weigh = (i: number, j: number, n: number): number => {
        if (weights === undefined) return n === 1 ? 1 : n === 0 ? 0.3 : 0.03;
        return weights.get(`${word[i] ?? ''}${sounds.slice(j, j + n).join(' ')}`) ?? 0;
      };
      const width = sounds.length + 1;
      const ahead = new Float64Array((word.length + 1) * width);
      ahead[0] = 1;
      for (let i = 0; i < word.length; i++)
        for (let j = 0; j < width; j++) {
          const here = ahead[i * width + j] ?? 0;
          if (here === 0) continue;
          for (let n = 0; n <= 2 && j + n < width; n++)
            ahead[(i + 1) * width + j + n] = (ahead[(i + 1) * width + j + n] ?? 0) + here * weigh(i, j, n);
        }
      const whole = ahead[word.length * width + sounds.length] ?? 0;
      if (!(whole > 0)) continue;
      const behind = new Float64Array((word.length + 1) * width);
      behind[word.length * width + sounds.length] = 1;
      for (let i = word.length - 1; i >= 0; i--)
        for (let j = 0; j < width; j++)
          for (let n = 0; n <= 2 && j + n < width; n++) {
            const after = behind[(i + 1) * width + j + n] ?? 0;
            if (after === 0) continue;
            const through = weigh(i, j, n) * after;
            behind[i * width + j] = (behind[i * width + j] ?? 0) + through;
            const share = ((ahead[i * width + j] ?? 0) * through) / whole;
            if (share < 1e-9) continue;
            const key = `${word[i] ?? ''}${sounds.slice(j, j + n).join(' ')}`;
            sums.set(key, (sums.get(key) ?? 0) + share);
            letterSums.set(word[i] ?? '', (letterSums.get(word[i] ?? '') ?? 0) + share);
          }
    }
    weights = new Map();
    for (const [key, sum] of sums) {
      if (sum > 0.5) weights.set(key, sum / (letterSums.get(key.slice(0, 1)) ?? 1));
    }
  }
  return weights ?? new Map<string, number>();
}

function align(entry: Entry, weights: ReadonlyMap<string, number>): Aligned | undefined {
  const { word, phonemes } = entry;
  const sounds = phonemes.map(bare);
  const width = sounds.length + 1;
  const best = new Float64Array((word.length + 1) * width).fill(-Infinity);
  const taken = new Uint8Array((word.length + 1) * width);
  best[0] = 0;
  for (let i = 0; i < word.length; i++)
    for (let j = 0; j < width; j++) {
      const here = best[i * width + j] ?? 0;
      if (here === -Infinity) continue;
      for (let n = 0; n <= 2 && j + n < width; n++) {
        const weight = weights.get(`${word[i] ?? ''}${sounds.slice(j, j + n).join(' ')}`);
        if (weight === undefined || weight < 2e-5) continue;
        const to = (i + 1) * width + j + n;
        if (here + Math.log(weight) > (best[to] ?? 0)) {
          best[to] = here + Math.log(weight);
          taken[to] = n;
        }
      }
    }
  if (best[word.length * width + sounds.length] === -Infinity) return undefined;
  if ((best[word.length * width + sounds.length] ?? 0) / word.length < -4) return undefined;
  const chunks: string[] = [];
  for (let i = word.length, j = sounds.length; i > 0; i--) {
    const n = taken[i * width + j] ?? 0;
    chunks.push(phonemes.slice(j - n, j).join(' '));
    j -= n;
  }
  return { word, chunks: chunks.reverse() };
}

type Node = { count: number; children: Map<number, Node> };

function build(aligned: readonly Aligned[]): { data: string; bytes: number; nodes: number } {
  const frequency = new Map<string, number>();
  const graphonesOf = ({ word, chunks }: Aligned): string[] => [
    '<',
    ...chunks.map((chunk, index) => `${word[index] ?? ''}${chunk}`),
    '>',
  ];
  for (const word of aligned)
    for (const graphone of graphonesOf(word)) frequency.set(graphone, (frequency.get(graphone) ?? 0) + 1);
  const names = [...frequency.keys()].filter((name) => (frequency.get(name) ?? 0) >= 4).sort();
  const ids = new Map(names.map((name, index) => [name, index]));
  // Kneser–Ney: below the longest runs, what counts is in how many different surroundings a run was seen.
  const root: Node = { count: 0, children: new Map() };
  const child = (node: Node, id: number): Node => {
    let next = node.children.get(id);
    if (next === undefined) node.children.set(id, (next = { count: 0, children: new Map() }));
    return next;
  };
  const runs = Array.from({ length: order + 1 }, () => new Map<string, number>());
  const ofLength = (length: number): Map<string, number> => runs[length] ?? new Map<string, number>();
  for (const word of aligned) {
    const numbers = graphonesOf(word).map((name) => ids.get(name) ?? -1);
    if (numbers.includes(-1)) continue;
    const codes = numbers.map((number) => String.fromCharCode(number + 32)).join('');
    for (let end = 1; end <= codes.length; end++)
      for (let length = 1; length <= order && length <= end; length++) {
        const run = codes.slice(end - length, end);
        const counts = ofLength(length);
        counts.set(run, (counts.get(run) ?? 0) + 1);
      }
  }
  const start = String.fromCharCode((ids.get('<') ?? 0) + 32);
  for (let length = order - 1; length >= 1; length--) {
    const continued = new Map<string, number>();
    for (const run of ofLength(length + 1).keys()) {
      const shorter = run.slice(1);
      continued.set(shorter, (continued.get(shorter) ?? 0) + 1);
    }
    for (const [run, count] of ofLength(length))
      if (!run.startsWith(start)) ofLength(length).set(run, continued.get(run) ?? count);
  }
  for (let length = 1; length <= order; length++)
    for (const [run, count] of ofLength(length)) {
      if (count < (fewest[length - 1] ?? 1)) continue;
      let node: Node | undefined = root;
      for (let at = 0; at < length - 1 && node !== undefined; at++)
        node = node.children.get(run.charCodeAt(at) - 32);
      if (node !== undefined) child(node, run.charCodeAt(length - 1) - 32).count = count;
    }
  const parts: Buffer[] = [Buffer.from(names.join('\n'))];
  let level: Node[] = [root];
  let nodes = 0;
  for (let depth = 1; depth <= order; depth++) {
    const numbers: number[] = [];
    const steps: number[] = [];
    const counts: number[] = [];
    const write = (to: number[], value: number): void => {
      for (; value >= 255; value -= 255) to.push(255);
      to.push(value);
    };
    const next: Node[] = [];
    for (const node of level) {
      const children = [...node.children].sort(([a], [b]) => a - b);
      write(numbers, children.length);
      let before = 0;
      for (const [id, kept] of children) {
        write(steps, id - before);
        before = id;
        counts.push(countStep(kept.count));
        next.push(kept);
      }
    }
    nodes += next.length;
    parts.push(Buffer.from(numbers), Buffer.from(steps), Buffer.from(counts));
    level = next;
  }
  const raw = Buffer.concat(
    parts.flatMap((bytes) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    }),
  );
  const packed = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_LGWIN]: 22 } });
  return { data: packed.toString('base64'), bytes: packed.length, nodes };
}

function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1);
  row.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

const measuring = process.argv[2] === 'measure';
const random = seeded(7);
const heldOut = new Set<string>();
if (measuring)
  while (heldOut.size < 2000) heldOut.add(entries[Math.floor(random() * entries.length)]?.word ?? '');
const learned = entries.filter(({ word }) => !heldOut.has(word));

let began = performance.now();
const lap = (): string => {
  const ms = performance.now() - began;
  began = performance.now();
  return `${ms.toFixed(0)} ms`;
};
const weights = learnChunks(learned, 8);
console.log(`alignment weights: ${weights.size}, ${lap()}`);
const aligned = learned.map((entry) => align(entry, weights)).filter((word) => word !== undefined);
console.log(`aligned ${aligned.length} of ${learned.length}, ${lap()}`);
const { data, bytes, nodes } = build(aligned);
console.log(`${nodes} runs, ${bytes} bytes packed, ${data.length} as base64, ${lap()}`);
const model = readGraphoneModel(data);
console.log(`read in ${lap()}`);

if (measuring) {
  const seen = Object.keys(dictionary).reduce((map, key) => {
    const word = key.replace(/\(\d\)$/, '');
    return map.set(word, [
      ...(map.get(word) ?? []),
      ((dictionary as Record<string, string>)[key] ?? '').split(' '),
    ]);
  }, new Map<string, string[][]>());
  let phonemes = 0;
  let errors = 0;
  let bareErrors = 0;
  let wholly = 0;
  let barelyWholly = 0;
  const wrong: string[] = [];
  for (const word of heldOut) {
    const guess = (bestGraphones(model, word) ?? []).flat();
    const readings = seen.get(word) ?? [];
    const off = Math.min(...readings.map((reading) => distance(guess, reading)));
    const bareOff = Math.min(...readings.map((reading) => distance(guess.map(bare), reading.map(bare))));
    phonemes += readings[0]?.length ?? 0;
    errors += off;
    bareErrors += bareOff;
    if (off === 0) wholly++;
    if (bareOff === 0) barelyWholly++;
    else if (wrong.length < 40) wrong.push(`${word}: ${guess.join(' ')} | ${readings[0]?.join(' ')}`);
  }
  const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(2)} %`;
  console.log(`held out ${heldOut.size} words in ${lap()}`);
  console.log(
    `phoneme error rate ${percent(bareErrors, phonemes)} without stress, ${percent(errors, phonemes)} with`,
  );
  console.log(`words right ${percent(barelyWholly, 2000)} without stress, ${percent(wholly, 2000)} with`);
  if (process.env['SHOW']) console.log(wrong.join('\n'));
} else {
  writeFileSync(
    new URL('../../../pipeline/speech/english/guess/graphone-data.ts', import.meta.url),
    `/** Made by test/speech/english/train-guesser.ts from the CMU dictionary; do not edit. The format: graphone-model.ts. */\nexport const graphoneData =\n  '${data}';\n`,
  );
}
