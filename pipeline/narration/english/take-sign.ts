import type { SentenceWriter } from './sentence-writer.ts';

const openers = '“‘([{«‹„‚¿¡';
const closers = '”’)]}»›,;:!?…';

/**
 * Puts one sign that no rule reads to the words around it.
 *
 * @returns where reading goes on
 */
export function takeSign(text: string, at: number, writer: SentenceWriter): number {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (sign === '.') return takeStops(text, at, writer);
  if (/[—―–‒]/u.test(sign) || isDash(text, at, sign)) return takeDash(text, at, writer);
  if (openers.includes(sign)) writer.open(sign);
  else if (sign === "'" || sign === '"') takeStraightQuote(text, at, writer);
  else if (sign === '’' && opensWord(text, at)) writer.open(sign);
  else if (sign === '…' && writer.isEmpty()) writer.open(sign);
  else if (closers.includes(sign)) writer.close(sign);
  return at + sign.length;
}

/** Two or more full stops are an ellipsis. */
function takeStops(text: string, at: number, writer: SentenceWriter): number {
  const stops = /\.(?: ?\.){1,5}/uy;
  stops.lastIndex = at;
  const found = stops.exec(text)?.[0] ?? '.';
  if (found === '.') writer.stop();
  else if (writer.isEmpty()) writer.open('…');
  else writer.close('…');
  return at + found.length;
}

/** Words that begin with an apostrophe: ’tis. */
const elision = /^(?:tis|twas|twere|twill|em|til|till|cause|bout|round|cos|n)(?!\p{L})/iu;

/** Written straight, heard as nothing; a voice expects them curly. */
function takeStraightQuote(text: string, at: number, writer: SentenceWriter): void {
  const isDouble = text[at] === '"';
  if (!isDouble && elision.test(text.slice(at + 1, at + 8))) writer.open('’');
  else if (opensWord(text, at)) writer.open(isDouble ? '“' : '‘');
  else writer.close(isDouble ? '”' : '’');
}

/** Nothing or an opener before, and a word behind. */
function opensWord(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  const isFree = before === undefined || /[\s\u00A0([{“‘"'—–/-]/u.test(before);
  return isFree && after !== undefined && !/[\s\u00A0.,;:!?]/u.test(after);
}

/** A hyphen between spaces, or two of them. */
function isDash(text: string, at: number, sign: string): boolean {
  if (sign !== '-' && sign !== '−') return false;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  return after === '-' || (/[ \u00A0]/u.test(before) && /[ \u00A0]/u.test(after));
}

/** A dash is a pause at the word before it. */
function takeDash(text: string, at: number, writer: SentenceWriter): number {
  const run = /[—―–‒−-]{1,8}/uy;
  run.lastIndex = at;
  const end = at + (run.exec(text)?.[0].length ?? 1);
  writer.pause();
  return end;
}
