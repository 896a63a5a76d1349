import type { FixedSpeech, RulesOff, SpokenWord } from '../spoken-word.ts';
import { PatternHit } from './hit.ts';
import { plainWord, visible } from './plain-word.ts';
import { filling } from './prepare-text.ts';
import { rulesOf } from './rules/index.ts';
import { SentenceWriter } from './sentence-writer.ts';
import { startOf } from './start-of.ts';
import { switchesOf, type Switches } from './switches.ts';
import { takeSign } from './take-sign.ts';
import { coverAll } from './cover-all.ts';
import type { Reading, Said } from './rule.ts';

export type ReadInput = {
  readonly written: string;
  /** The same, as rules read it. */
  readonly text: string;
  readonly fixed: readonly FixedSpeech[];
  readonly off: readonly RulesOff[];
  readonly british: boolean;
  readonly monthFirst: boolean;
};

/** Reads from the first character to the last: a fixed stretch, what a rule knows, a word, or a sign. */
export function readText(input: ReadInput): readonly SpokenWord[] {
  const { written, text, fixed } = input;
  const writer = new SentenceWriter();
  const isOff = switchesOf(input.off);
  let at = 0;
  let next = 0;
  while (at < text.length) {
    const stretch = fixed[next];
    if (stretch?.begin === at) {
      writer.add(fixedWords(written, stretch));
      at = takeEnding(text, stretch.end, writer);
      next++;
    } else if (text[at] === ' ' || text[at] === '\u00A0') at++;
    else at = takeByRule(input, at, isOff, writer) ?? takePlain(text, at, writer);
  }
  return writer.words();
}

function takeByRule(
  input: ReadInput,
  at: number,
  isOff: Switches,
  writer: SentenceWriter,
): number | undefined {
  const read = readByRule(input, at, isOff);
  if (read === undefined) return undefined;
  let filled = read.end;
  while (input.text[filled] === filling) filled++;
  writer.add(coverAll(read.words, input.text, { begin: at, end: filled }));
  const end = takeEnding(input.text, filled, writer);
  if (read.pause !== undefined) writer.stop();
  return end;
}

function readByRule(
  input: ReadInput,
  at: number,
  isOff: Switches,
): (Reading & { readonly end: number }) | undefined {
  const { text } = input;
  for (const { group, pattern, read } of rulesOf(startOf(text, at))) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === '' || isOff(group, at, at + match[0].length)) continue;
    const made = read(new PatternHit(text, match, input));
    if (made !== undefined) return { end: at + match[0].length, ...made };
  }
  return undefined;
}

/** A word as it is written, joined to the last one by a hyphen where one stands between them; else a sign. */
function takePlain(text: string, at: number, writer: SentenceWriter): number {
  const word = plainWord(text, at);
  if (word === undefined) return takeSign(text, at, writer);
  const end = at + word.length;
  const last = text[at - 1] === '-' ? writer.wordThatEnds(at - 1) : undefined;
  const said = visible(word);
  if (last !== undefined && !last.letters && last.ipa === undefined) writer.extend(`-${said}`, end);
  else writer.add([{ text: said, begin: at, end }]);
  return takeEnding(text, end, writer);
}

/** `’s` right behind what was read belongs to its last word. */
function takeEnding(text: string, at: number, writer: SentenceWriter): number {
  const ending = /['’](?:s|d|ll|re|ve|th)(?![\p{L}\p{N}])/uy;
  ending.lastIndex = at;
  const found = ending.exec(text)?.[0];
  if (found === undefined || writer.wordThatEnds(at) === undefined) return at;
  writer.extend(found.replace("'", '’'), at + found.length);
  return at + found.length;
}

function fixedWords(
  written: string,
  { begin, end, say, letters, ipa }: FixedSpeech,
): readonly (Said & { readonly ipa?: string })[] {
  const words = (say ?? written.slice(begin, end)).split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return [];
  if (ipa !== undefined) return [{ text: words.join('-'), begin, end, ipa }];
  const isLetter = (text: string): boolean => letters === true && /^\p{L}[,;:.]?$/u.test(text);
  return words.map((text) => ({ text, begin, end, ...(isLetter(text) && { letters: true }) }));
}
