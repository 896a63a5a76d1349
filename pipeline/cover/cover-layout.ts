/** Where everything stands on a drawn cover: an ornament above, the title below it, the authors at the foot. */
import { cssWeights, facesFor, widthOf, type Faces, type Weight } from './fonts.ts';
import { ornament } from './ornament.ts';
import { palettes } from './palettes.ts';
import { seeded } from './seeded.ts';
import { svg, type SvgElement } from './svg-tree.ts';
import { wrapText } from './wrap-text.ts';

export type CoverText = {
  readonly title: string;
  readonly subtitle?: string;
  readonly authors: readonly string[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
};

export type CoverShape = 'portrait' | 'square';

/** Pixels. The tiles of the ornament fill the width exactly. */
type Frame = {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly tile: number;
  readonly rows: number;
  /** The largest and the smallest size of the title. */
  readonly title: readonly [largest: number, smallest: number];
  readonly small: number;
};
export const frames: Readonly<Record<CoverShape, Frame>> = {
  portrait: { width: 1600, height: 2560, margin: 140, tile: 320, rows: 4, title: [240, 66], small: 64 },
  square: { width: 1600, height: 1600, margin: 120, tile: 320, rows: 2, title: [190, 54], small: 52 },
};

const LINE = 1.16;

/**
 * The cover as a drawing. `seed` decides the colours and the pattern: the title as the author wrote it, also where not
 * all of it can be drawn.
 */
export function layOutCover(
  whole: CoverText,
  shape: CoverShape,
  faces: Readonly<Record<Weight, Faces>>,
  seed = whole.title,
): SvgElement {
  const { width, height, margin, tile, rows, title: sizes, small } = frames[shape];
  const numbers = seeded(seed);
  const text = { ...whole, title: shortened(whole.title), subtitle: shortened(whole.subtitle ?? '') };
  const palette = numbers.pick(palettes);
  const column = {
    width: width - 2 * margin,
    left: margin,
    right: width - margin,
    direction: text.direction,
  };
  const wordless = text.title === '' && text.authors.length === 0;

  const authors = setAuthors(text, small, column.width, faces.regular);
  const foot = height - margin * 0.8 - authors.lines.length * small * LINE;
  const top = rows * tile + margin * 0.75;
  const bar = { width: 130, height: 12 };
  const titleTop = top + bar.height + margin * 0.45;
  const title = fitTitle(text, foot - margin * 0.8 - titleTop, sizes, column.width, faces);
  const barX = text.direction === 'rtl' ? column.right - bar.width : column.left;
  return svg(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    svg('rect', { width, height, fill: palette.ground }),
    // Nothing that can be set: the pattern is the cover.
    ornament(width / tile, wordless ? height / tile : rows, tile, palette, numbers),
    ...(wordless ? [] : [svg('rect', { x: barX, y: top, ...bar, fill: palette.accent })]),
    ...draw(title.main, titleTop, column, palette.text),
    ...draw(title.below, titleTop + title.height, column, palette.text),
    ...draw(authors, foot, column, palette.text),
  );
}

/** Lines in one family, weight and size. */
type Setting = {
  readonly lines: readonly string[];
  readonly size: number;
  readonly family: string;
  readonly weight: Weight;
};

/** A text in lines of a width, measured in the family that it will be set in. */
function set(
  text: string,
  size: number,
  width: number,
  weight: Weight,
  all: Faces,
  language: string,
): Setting {
  const faces = facesFor(text, all);
  const lines = wrapText(text, width / size, (part) => widthOf(part, faces), language);
  return { lines, size, family: faces[0]?.family ?? 'serif', weight };
}

type Title = { readonly main: Setting; readonly below: Setting; readonly height: number };

/** No cover shows more of a text than this, and no reader reads it. */
const LONGEST_TEXT = 300;

/** The whole words of a text that a cover may show. */
function shortened(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const kept = Array.from(text.slice(0, LONGEST_TEXT)).slice(0, -1).join('');
  return `${kept.replace(/ [^ ]*$/, '')} …`;
}

/** The largest size at which title and subtitle fit; below the smallest the subtitle goes, and then the title is cut. */
function fitTitle(
  { title, subtitle, language }: Required<Pick<CoverText, 'title' | 'subtitle' | 'language'>>,
  room: number,
  [largest, smallest]: readonly [number, number],
  width: number,
  { bold, regular }: Readonly<Record<Weight, Faces>>,
): Title {
  const at = (words: string, size: number, subtitle: string): Title => {
    const main = set(words, size, width, 'bold', bold, language);
    const below = set(
      subtitle,
      Math.min(Math.max(size * 0.42, smallest * 0.8), smallest * 1.3),
      width,
      'regular',
      regular,
      language,
    );
    return { main, below, height: main.lines.length * size * LINE + below.size * 0.5 };
  };
  const fits = ({ height, below }: Title): boolean => height + below.lines.length * below.size * LINE <= room;
  const longestWord = Math.max(...title.split(' ').map((word) => widthOf(word, facesFor(title, bold))));
  for (const below of new Set([subtitle, ''])) {
    for (let size = largest; size >= smallest; size -= 4) {
      // Rather a smaller title than a broken word, down to where a reader would have to look twice.
      if (longestWord * size > width && size > smallest * 1.3) continue;
      const fitted = at(title, size, below);
      if (fits(fitted)) return fitted;
    }
  }
  const words = title.replace(/ …$/, '').split(' ');
  while (words.length > 1 && !fits(at(`${words.join(' ')} …`, smallest, ''))) words.pop();
  const fitted = at(`${words.join(' ')} …`, smallest, '');
  // A single word that is longer than the cover.
  const most = Math.max(1, Math.floor(room / (smallest * LINE)));
  return { ...fitted, main: { ...fitted.main, lines: fitted.main.lines.slice(0, most) } };
}

/** All names in two lines, or as many as fit, and an ellipsis. */
function setAuthors({ authors, language }: CoverText, size: number, width: number, faces: Faces): Setting {
  // Two lines hold no more.
  for (let count = Math.min(authors.length, 20); count > 0; count--) {
    const names = [...authors.slice(0, count), ...(count < authors.length ? ['…'] : [])];
    // The dot stays with the name before it.
    const setting = set(names.join('\u00a0· '), size, width, 'regular', faces, language);
    if (setting.lines.length <= 2) return setting;
  }
  const first = set(shortened(authors[0] ?? ''), size, width, 'regular', faces, language);
  return { ...first, lines: first.lines.slice(0, 2) };
}

type Column = { readonly left: number; readonly right: number; readonly direction: 'ltr' | 'rtl' };

/** Lines below each other, the first one's top at `top`. */
function draw(
  { lines, size, family, weight }: Setting,
  top: number,
  { left, right, direction }: Column,
  fill: string,
): SvgElement[] {
  const place =
    direction === 'rtl' ? { x: right, 'text-anchor': 'end' } : { x: left, 'text-anchor': 'start' };
  const font = { 'font-family': family, 'font-weight': cssWeights[weight], 'font-size': size, fill };
  return lines.map((line, index) =>
    svg(
      'text',
      { ...place, y: Math.round(top + size * (0.88 + index * LINE)), ...font },
      embedded(line, direction),
    ),
  );
}

/** resvg lays every line out from left to right; embedded, one from right to left keeps its stops and quotes at its end. */
function embedded(line: string, direction: 'ltr' | 'rtl'): string {
  return direction === 'rtl' ? `\u202b${line}\u202c` : line;
}
