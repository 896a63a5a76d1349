/** Colours that were chosen together. Text on the ground has a contrast of at least 7:1 (WCAG 2.2, 1.4.6). */
export type Palette = {
  readonly ground: string;
  readonly text: string;
  /** The short rule, and the authors' names beside the text's colour. */
  readonly accent: string;
  /** The ornament's, from dark to light. */
  readonly shades: readonly [string, string, string, string];
};

export const palettes: readonly [Palette, ...Palette[]] = [
  {
    ground: '#14213d',
    text: '#f7f3e8',
    accent: '#f2b544',
    shades: ['#1f3159', '#3f5f8f', '#f2b544', '#f3e6c8'],
  },
  {
    ground: '#1d3a2f',
    text: '#f6f2e4',
    accent: '#e6b566',
    shades: ['#2a5242', '#5b8a6b', '#e6b566', '#ede3c4'],
  },
  {
    ground: '#4a1526',
    text: '#fbf1e6',
    accent: '#f0a877',
    shades: ['#641f35', '#a4475a', '#f0a877', '#f7dfc4'],
  },
  {
    ground: '#12343b',
    text: '#f4f1e6',
    accent: '#f0b67f',
    shades: ['#1c4c56', '#3f8a8c', '#f0b67f', '#e8dfc8'],
  },
  {
    ground: '#2b2140',
    text: '#f5effa',
    accent: '#f2a6b3',
    shades: ['#3d3059', '#7a62a3', '#f2a6b3', '#f3dfe2'],
  },
  {
    ground: '#2a2723',
    text: '#f6f0e4',
    accent: '#e3914f',
    shades: ['#413b34', '#857460', '#e3914f', '#e9dcc3'],
  },
  {
    ground: '#10394f',
    text: '#f2f6f4',
    accent: '#f6c667',
    shades: ['#195070', '#4b93b0', '#f6c667', '#e4eee6'],
  },
  {
    ground: '#5a1f14',
    text: '#fdf3e7',
    accent: '#f3bd6a',
    shades: ['#77301f', '#bd6a45', '#f3bd6a', '#f6e2c0'],
  },
  {
    ground: '#f4eee0',
    text: '#1f2a36',
    accent: '#9c2f1f',
    shades: ['#e3d8bf', '#c7a86b', '#b8503a', '#2f4858'],
  },
  {
    ground: '#eef1ea',
    text: '#18332b',
    accent: '#8a4b12',
    shades: ['#d5dfd0', '#9fb89b', '#cf8a45', '#2c5a4a'],
  },
];
