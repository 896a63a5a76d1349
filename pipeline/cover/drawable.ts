/** What of a text can be drawn here. */
import { facesOf, missingIn } from './fonts.ts';
import { renderSvg } from './render-svg.ts';
import { serialise, svg } from './svg-tree.ts';

export type Drawable = {
  /** The text without the characters that no font has; one line. */
  readonly text: (text: string) => string;
  /** Whether fonts of this machine are needed for what is left. */
  readonly systemFonts: boolean;
};

/**
 * Our own fonts have the letters of Europe and the Near East. For others the machine's fonts are asked, by drawing
 * each character and comparing it with one that no font has: an empty box on a cover helps nobody.
 */
export async function drawableOf(texts: readonly string[], signal: AbortSignal): Promise<Drawable> {
  const missing = missingIn(texts.map(tidy).join(' '), await facesOf('bold')).filter(
    (character) => !/\s/.test(character),
  );
  const found = missing.length === 0 ? new Set<string>() : await drawnBySystem(missing, signal);
  const absent = new Set(missing.filter((character) => !found.has(character)));
  return {
    text: (text) => without(absent, tidy(text)),
    systemFonts: found.size > 0,
  };
}

/** What people count as one character goes as one: of a joined emoji no part is left. */
function without(absent: ReadonlySet<string>, text: string): string {
  if (absent.size === 0) return text;
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  const kept = Array.from(graphemes, ({ segment }) => segment).filter(
    (segment) => !Array.from(segment).some((part) => absent.has(part)),
  );
  return tidy(kept.join(''));
}

function tidy(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

const CELL = 40;
/** A noncharacter: no font has it. */
const NOBODY_HAS = '\u{10fffd}';

async function drawnBySystem(
  characters: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const cells = [NOBODY_HAS, ...characters].map((character, index) =>
    svg('text', { x: 4, y: index * CELL + 30, 'font-family': 'DejaVu Sans', 'font-size': 28 }, character),
  );
  const size = { width: CELL, height: cells.length * CELL };
  const sheet = svg('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, ...cells);
  const { pixels } = await renderSvg(serialise(sheet), { systemFonts: true }, signal);
  const cell = (index: number): Buffer =>
    Buffer.from(pixels.subarray(index * CELL * CELL * 4, (index + 1) * CELL * CELL * 4));
  const box = cell(0);
  const drawn = (index: number): boolean =>
    !cell(index).equals(box) && cell(index).some((byte) => byte !== 0);
  return new Set(characters.filter((_, index) => drawn(index + 1)));
}
