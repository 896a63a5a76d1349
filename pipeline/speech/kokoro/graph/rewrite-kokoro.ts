/**
 * The stock 8-bit graph of Kokoro-82M v1.0, rewritten to run faster and to say how long each phoneme lasts.
 *
 * A rewrite finds its places by their structure and counts them. If a count is not what this build of the model has,
 * nothing is written: a graph that is half rewritten would speak, but wrongly or slowly.
 */
import { calibratedRanges } from './calibrated-ranges.ts';
import { dequantiseConvolutions } from './dequantise-convolutions.ts';
import { exposeDurations } from './expose-durations.ts';
import { foldSnakes } from './fold-snakes.ts';
import { fuseNormalisations } from './fuse-normalisations.ts';
import { GraphEditor } from './graph-editor.ts';
import { readModel, writeModel } from './onnx-model.ts';
import { quantiseConvolutions } from './quantise-convolutions.ts';
import { raiseConvolutions } from './raise-convolutions.ts';
import { decodeRanges } from './ranges.ts';
import { tabulateActivations } from './tabulate-activations.ts';
import { unfoldTransposed } from './unfold-transposed.ts';

/**
 * - `exact`: float32 throughout; the stock graph's own weights, to the bit, and its figures but for rounding.
 * - `close`: 8 bits in those convolutions where they change less than float32 itself does when its sums come in another
 *   order (test/bench/quality.ts measures both).
 * - `fast`: 8 bits in all convolutions of the decoder and the generator, where most of the time goes.
 *
 * For `close` and `fast` see also `processorHas8Bit`.
 */
export type KokoroSetting = 'exact' | 'close' | 'fast';

/** Raised whenever equal input gives another graph. */
export const kokoroRewriteVersion = 3;

type Rewrite = {
  readonly what: string;
  readonly apply: (editor: GraphEditor) => number;
  readonly places: number;
};

/** In their order. */
const rewrites: readonly Rewrite[] = [
  { what: 'a value that says durations', apply: exposeDurations, places: 1 },
  { what: 'convolutions in 8 bits', apply: dequantiseConvolutions, places: 87 },
  { what: 'adaptive normalisations', apply: fuseNormalisations, places: 70 },
  { what: 'Snake activations', apply: foldSnakes, places: 48 },
  { what: 'transposed convolutions', apply: unfoldTransposed, places: 2 },
  { what: 'convolutions over time', apply: raiseConvolutions, places: 90 },
];
/** By the names of their outputs. The others were measured to add more than rounding does. */
const isClose = (name: string) => /\/(?:noise_res\.[01]|resblocks\.[02])\//.test(name);

function in8Bits(
  convolutions: number,
  activations: number,
  isIncluded: (name: string) => boolean,
): readonly Rewrite[] {
  const ranges = () => new Map([...decodeRanges(calibratedRanges)].filter(([name]) => isIncluded(name)));
  return [
    {
      what: 'convolutions with known ranges',
      apply: (editor) => quantiseConvolutions(editor, ranges()),
      places: convolutions,
    },
    { what: 'activations between them', apply: tabulateActivations, places: activations },
  ];
}
const settings: Readonly<Record<KokoroSetting, readonly Rewrite[]>> = {
  exact: rewrites,
  close: [...rewrites, ...in8Bits(24, 12, isClose)],
  fast: [...rewrites, ...in8Bits(65, 24, () => true)],
};

/** @throws Error where the model is not the build that is known. */
export function rewriteKokoro(bytes: Uint8Array, setting: KokoroSetting): Uint8Array {
  const model = readModel(bytes);
  const editor = new GraphEditor(model.graph);
  for (const { what, apply, places } of settings[setting]) {
    const found = apply(editor);
    editor.tidy();
    if (found !== places) {
      throw new Error(
        `This is not the build of Kokoro that Lectern knows: ${places} × ${what} expected, ${found} found.`,
      );
    }
  }
  return writeModel(model);
}
