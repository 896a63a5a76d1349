import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arpabet, type Arpabet } from './arpabet.ts';

export type Dictionary = { readonly size: number; readonly get: (word: string) => Arpabet | undefined };

/** A power of two, several times the number of entries. */
const places = 1 << 19;

/**
 * The CMU dictionary. It is a JavaScript module of 135 000 lines `"word": "W ER1 D",`; importing it takes 400 ms and 60 MB.
 * So its text is read, and where each line begins is kept in a hash table: 40 ms and 7 MB.
 */
export function openDictionary(): Dictionary {
  const file = createRequire(import.meta.url).resolve('cmu-pronouncing-dictionary');
  const text = readFileSync(file);
  const table = new Int32Array(places);
  let size = 0;
  for (let line = text.indexOf('\n  "'); line >= 0; line = text.indexOf('\n', line + 4)) {
    const begin = line + 4;
    if (text[begin - 1] !== 0x22) continue;
    let hash = hashSeed;
    let at = begin;
    for (let byte = text[at]; byte !== 0x22 && byte !== undefined; byte = text[++at])
      hash = hashStep(hash, byte);
    let place = hash & (places - 1);
    while (table[place] !== 0) place = (place + 1) & (places - 1);
    table[place] = begin;
    size++;
  }
  if (size < 100_000) {
    throw new Error(
      `The pronouncing dictionary has ${String(size)} lines that can be read; over 100 000 were expected: ${file}`,
    );
  }
  return { size, get: (word) => find(text, table, word) };
}

const hashSeed = 0x811c9dc5;

function hashStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193) >>> 0;
}

function find(text: Buffer, table: Int32Array, word: string): Arpabet | undefined {
  let hash = hashSeed;
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code > 0x7e || code === 0x22) return undefined;
    hash = hashStep(hash, code);
  }
  let place = hash & (places - 1);
  for (let begin = table[place] ?? 0; begin !== 0; begin = table[place] ?? 0) {
    const end = begin + word.length;
    if (text[end] === 0x22 && text.toString('latin1', begin, end) === word) {
      const value = end + 4;
      // Some lines end in a remark: `# place, irish`.
      return arpabet(text.toString('latin1', value, text.indexOf(0x22, value)).replace(/ ?#.*$/, ''));
    }
    place = (place + 1) & (places - 1);
  }
  return undefined;
}
