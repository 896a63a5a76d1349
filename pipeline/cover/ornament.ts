/** The pattern above the title: tiles of arcs, discs and stripes, laid out by numbers that come from the title. */
import type { Palette } from './palettes.ts';
import type { Numbers } from './seeded.ts';
import { svg, type SvgElement } from './svg-tree.ts';

/** A square tile with its top left-hand corner at 0, 0; the inks are three of the palette's shades. */
type Tile = (side: number, inks: readonly [string, string, string]) => readonly SvgElement[];

const tiles: readonly [Tile, ...Tile[]] = [
  // A quarter of a disc, and a smaller one in it.
  (side, [back, front, third]) => [
    square(side, back),
    svg('path', { d: `M0 0H${side}A${side} ${side} 0 0 1 0 ${side}Z`, fill: front }),
    svg('path', { d: `M0 0H${side / 2}A${side / 2} ${side / 2} 0 0 1 0 ${side / 2}Z`, fill: third }),
  ],
  // Quarter rings.
  (side, [back, front, third]) => [
    square(side, back),
    ...[1, 0.8, 0.6, 0.4, 0.2].map((part, index) => {
      const radius = side * part;
      return svg('path', {
        d: `M0 0H${radius}A${radius} ${radius} 0 0 1 0 ${radius}Z`,
        fill: [front, back, front, back, third][index] ?? back,
      });
    }),
  ],
  // A disc.
  (side, [back, front]) => [
    square(side, back),
    svg('circle', { cx: side / 2, cy: side / 2, r: side * 0.34, fill: front }),
  ],
  // Two half discs, one upon the other.
  (side, [back, front, third]) => [
    square(side, back),
    svg('path', { d: `M0 ${side / 2}A${side / 2} ${side / 2} 0 0 1 ${side} ${side / 2}Z`, fill: front }),
    svg('path', { d: `M0 ${side}A${side / 2} ${side / 2} 0 0 1 ${side} ${side}Z`, fill: third }),
  ],
  // A leaf between two corners.
  (side, [back, front]) => [
    square(side, back),
    svg('path', { d: `M0 0A${side} ${side} 0 0 1 ${side} ${side}A${side} ${side} 0 0 1 0 0Z`, fill: front }),
  ],
  // Stripes.
  (side, [back, front]) => [
    square(side, back),
    ...[0, 2, 4].map((stripe) =>
      svg('rect', { x: 0, y: (stripe * side) / 6, width: side, height: side / 6, fill: front }),
    ),
  ],
  // A triangle.
  (side, [back, front]) => [square(side, back), svg('path', { d: `M0 0L${side} ${side}H0Z`, fill: front })],
  // Nothing: the eye rests.
  (side, [back]) => [square(side, back)],
];

/** Columns by rows of tiles from 0, 0. No tile's ground has the colour of the one before it. */
export function ornament(
  columns: number,
  rows: number,
  side: number,
  { ground, shades }: Palette,
  numbers: Numbers,
): SvgElement {
  const laid: SvgElement[] = [];
  for (let row = 0; row < rows; row++) {
    let previous = '';
    for (let column = 0; column < columns; column++) {
      const inks = shuffled(
        [...shades, ground].filter((shade) => shade !== previous),
        numbers,
      );
      const [back = ground, front = ground, third = ground] = inks;
      previous = back;
      const [x, y] = [column * side, row * side];
      // Whole numbers, where rotate() would leave sines: no seam shows between two tiles of one colour.
      const place = numbers.pick([
        `1 0 0 1 ${x} ${y}`,
        `0 1 -1 0 ${x + side} ${y}`,
        `-1 0 0 -1 ${x + side} ${y + side}`,
        `0 -1 1 0 ${x} ${y + side}`,
      ]);
      laid.push(
        svg('g', { transform: `matrix(${place})` }, ...numbers.pick(tiles)(side, [back, front, third])),
      );
    }
  }
  return svg('g', {}, ...laid);
}

function square(side: number, fill: string): SvgElement {
  return svg('rect', { width: side, height: side, fill });
}

function shuffled<T>(items: readonly T[], numbers: Numbers): readonly T[] {
  return items
    .map((item) => ({ item, order: numbers.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
