import { expect, test } from 'vitest';
import { palettes } from '../../pipeline/cover/palettes.ts';

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(palettes.map((palette) => [palette.ground, palette] as const))(
  'on %s the text has a contrast of 7:1',
  (_ground, palette) => {
    const [light = 0, dark = 0] = [luminance(palette.text), luminance(palette.ground)].sort((a, b) => b - a);
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(7);
  },
);
