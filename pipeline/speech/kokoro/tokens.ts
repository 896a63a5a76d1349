import { innerSpace } from '../espeak/pronounce.ts';

/**
 * Kokoro's input: a number for each phoneme and sign, between two zeros. Its table is that of the tokenizer file.
 */
export type TokenTable = ReadonlyMap<string, number>;

/** @throws Error for a file that is not a tokenizer's */
export function readTokenTable(json: string): TokenTable {
  const parsed = JSON.parse(json) as {
    readonly model?: { readonly vocab?: Readonly<Record<string, unknown>> };
  };
  const entries = Object.entries(parsed.model?.vocab ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  if (entries.length < 50) throw new Error('The tokenizer file holds no table of phonemes.');
  return new Map(entries);
}

export type Tokens = {
  /** Without the zeros at both ends. */
  readonly ids: readonly number[];
  /**
   * For each word which ids are its phonemes, the end past the last; punctuation and spaces are not among them, since they are
   * heard as silence. Equal where the word has none.
   */
  readonly words: readonly { readonly begin: number; readonly end: number }[];
};

const silentSigns = /[;:,.!?—…"()“”_\s]/u;

/**
 * Signs that are not in the table are left out, as the model was trained. So is a sign of silence that a word has again before or
 * after its sounds: a row of dots or exclamation marks would be a minute of noise.
 */
export function tokenise(phonemes: readonly string[], table: TokenTable): Tokens {
  const ids: number[] = [];
  const words: { begin: number; end: number }[] = [];
  for (const word of phonemes) {
    const space = table.get(' ');
    if (ids.length > 0 && word !== '' && space !== undefined) ids.push(space);
    let begin: number | undefined;
    const silent = new Set<number>();
    let end = ids.length;
    for (const sign of word) {
      const id = table.get(sign === innerSpace ? ' ' : sign);
      if (id === undefined || silent.has(id)) continue;
      ids.push(id);
      if (silentSigns.test(sign)) {
        silent.add(id);
        continue;
      }
      silent.clear();
      begin ??= ids.length - 1;
      end = ids.length;
    }
    words.push({ begin: begin ?? end, end });
  }
  return { ids, words };
}
