/** The fonts that covers are set in. They come with Lectern, so that a cover is the same on every machine. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFontMetrics, type FontMetrics } from './font-metrics.ts';

const packages = createRequire(import.meta.url);

export type Weight = 'regular' | 'bold';

/** In order of preference: the first one that has all characters of a text sets it. */
const families = [
  {
    family: 'Source Serif 4',
    regular: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
    bold: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  },
  {
    family: 'DejaVu Serif',
    regular: 'dejavu-fonts-ttf/ttf/DejaVuSerif.ttf',
    bold: 'dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf',
  },
  {
    family: 'DejaVu Sans',
    regular: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    bold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  },
] as const;

/** The weight by which CSS knows the files above. */
export const cssWeights = { regular: 400, bold: 600 } as const satisfies Record<Weight, number>;

export const fontFiles: readonly string[] = families
  .flatMap(({ regular, bold }) => [regular, bold])
  .map((file) => packages.resolve(file));

export type Face = { readonly family: string; readonly metrics: FontMetrics };
export type Faces = readonly Face[];

const loading = new Map<Weight, Promise<Faces>>();

export function facesOf(weight: Weight): Promise<Faces> {
  const known = loading.get(weight);
  if (known) return known;
  const faces = Promise.all(
    families.map(async ({ family, [weight]: file }) => {
      return { family, metrics: readFontMetrics(await readFile(packages.resolve(file))) };
    }),
  );
  loading.set(weight, faces);
  return faces;
}

/** Marks and joiners take no room of their own, and are drawn with what they belong to. */
const attached = /^[\p{M}\p{Cf}\p{Cc}]$/u;

/** The characters that none of the faces has. */
export function missingIn(text: string, faces: Faces): readonly string[] {
  const has = (character: string): boolean => {
    return (
      attached.test(character) ||
      faces.some(({ metrics }) => metrics.advance(character.codePointAt(0) ?? 0) !== undefined)
    );
  };
  return [...new Set(text)].filter((character) => !has(character));
}

/** The faces with the one first that has all of a text: one family for the whole, its stops and spaces included. */
export function facesFor(text: string, faces: Faces): Faces {
  const whole = faces.find((face) => missingIn(text, [face]).length === 0);
  return whole ? [whole, ...faces.filter((face) => face !== whole)] : faces;
}

/** The width of a text in parts of its size, from the widths of its characters. An unknown one is taken as a square. */
export function widthOf(text: string, faces: Faces): number {
  let width = 0;
  for (const character of text) width += attached.test(character) ? 0 : (advanceOf(character, faces) ?? 1);
  return width;
}

function advanceOf(character: string, faces: Faces): number | undefined {
  for (const { metrics } of faces) {
    const advance = metrics.advance(character.codePointAt(0) ?? 0);
    if (advance !== undefined) return advance;
  }
  return undefined;
}
