import { expect, test } from 'vitest';
import { GraphEditor } from '../../../../pipeline/speech/kokoro/graph/graph-editor.ts';
import { quantiseConvolutions } from '../../../../pipeline/speech/kokoro/graph/quantise-convolutions.ts';
import { type ChannelRanges, type Ranges } from '../../../../pipeline/speech/kokoro/graph/ranges.ts';
import { float, ints } from '../../../../pipeline/speech/kokoro/graph/attributes.ts';
import { tabulateActivations } from '../../../../pipeline/speech/kokoro/graph/tabulate-activations.ts';
import { figures, greatestDistance, opTypes, runModel, tinyModel } from './tiny-graph.ts';

const inputs = 16;
const outputs = 16;
const dims = [1, inputs, 1, 40];
const build =
  (bias: number) =>
  (editor: GraphEditor, output = 'y', input = 'x') => {
    const weights = editor.addFloats([outputs, inputs, 1, 3], figures(outputs * inputs * 3, 11));
    const attributes = [ints('kernel_shape', 1, 3), ints('pads', 0, 1, 0, 1)];
    const biases = editor.addFloats([outputs], figures(outputs, 13).map((value) => value * bias)); // prettier-ignore
    editor.add('Conv', [input, weights, biases], attributes, output);
  };
/** Channels of very different loudness: one scale for all would drown the quiet ones. */
const x = figures(inputs * 40).map((value, index) => value * 10 ** -(Math.floor(index / 40) % 3));

function rangesOf(from: Float32Array, to: Float32Array): ChannelRanges {
  const rows = (values: Float32Array) =>
    Array.from({ length: inputs }, (_, channel) => values.slice(channel * 40, (channel + 1) * 40));
  return {
    input: Float32Array.from(rows(from), (row) => Math.max(...row.map(Math.abs))),
    low: Float32Array.from(rows(to), (row) => Math.min(...row)),
    high: Float32Array.from(rows(to), (row) => Math.max(...row)),
  };
}

test.each([0, 1, 1000])(
  'a convolution in 8 bits gives what the float one gives, to a hundredth of each channel’s span; biases up to %i',
  async (bias) => {
    const expected = await runModel(
      tinyModel((editor) => build(bias)(editor)),
      dims,
      x,
    );
    const model = tinyModel((editor) => build(bias)(editor));
    const editor = new GraphEditor(model.graph);
    const ranges: Ranges = new Map([['y', rangesOf(x, expected)]]);
    expect(quantiseConvolutions(editor, ranges)).toBe(1);
    editor.tidy();
    expect(opTypes(model)).toEqual(['DequantizeLinear', 'QLinearConv', 'QuantizeLinear']);
    const found = await runModel(model, dims, x);
    for (let channel = 0; channel < outputs; channel++) {
      const [a, b] = [expected, found].map((y) => y.slice(channel * 40, (channel + 1) * 40));
      const { low, high } = ranges.get('y') ?? { low: x, high: x };
      const span = Math.max(high[channel] ?? 0, 0) - Math.min(low[channel] ?? 0, 0);
      expect(greatestDistance(a ?? x, b ?? x) / span).toBeLessThan(0.015);
    }
  },
);

test('a convolution without ranges stays float', () => {
  const model = tinyModel((editor) => build(0)(editor));
  const editor = new GraphEditor(model.graph);
  expect(quantiseConvolutions(editor, new Map())).toBe(0);
  expect(opTypes(model)).toEqual(['Conv']);
});

test('ranges of other channels are those of another model', () => {
  const some = new Float32Array(3);
  const editor = new GraphEditor(tinyModel((editor) => build(0)(editor)).graph);
  expect(() =>
    quantiseConvolutions(editor, new Map([['y', { input: some, low: some, high: some }]])),
  ).toThrow('The ranges of y are those of another model.');
});

test('activations between two 8-bit convolutions are looked up, and differ by no more than a step', async () => {
  const wide = figures(inputs * 40).map((value) => value * 3);
  const between = (editor: GraphEditor, output: string) => {
    const vectors = [15, 17].map((seed) => editor.addFloats([outputs], figures(outputs, seed)));
    build(1)(editor, 'first');
    const z = editor.add('InstanceNormalization', ['first', ...vectors], [float('epsilon', 1e-5)]);
    const s = editor.add('Sin', [z]);
    const sum = editor.add('Add', [z, editor.add('Mul', [s, s])], [], output === 'sum' ? 'y' : 'sum');
    if (output !== 'sum') build(0)(editor, 'y', sum);
  };
  const [first, sum, last] = [
    await runModel(
      tinyModel((editor) => build(1)(editor)),
      dims,
      wide,
    ),
    await runModel(
      tinyModel((editor) => between(editor, 'sum')),
      dims,
      wide,
    ),
    await runModel(
      tinyModel((editor) => between(editor, 'y')),
      dims,
      wide,
    ),
  ];
  const ranges: Ranges = new Map([
    ['first', rangesOf(wide, first)],
    ['y', rangesOf(sum, last)],
  ]);
  const quantised = tinyModel((editor) => between(editor, 'y'));
  const looked = tinyModel((editor) => between(editor, 'y'));
  for (const { graph } of [quantised, looked]) {
    const editor = new GraphEditor(graph);
    expect(quantiseConvolutions(editor, ranges)).toBe(2);
    editor.tidy();
  }
  const editor = new GraphEditor(looked.graph);
  expect(tabulateActivations(editor)).toBe(1);
  editor.tidy();
  expect(opTypes(looked)).toContain('GatherElements');
  const [before, after] = [await runModel(quantised, dims, wide), await runModel(looked, dims, wide)];
  const { low, high } = rangesOf(sum, last);
  const widest = Math.max(...low.map((value, channel) => (high[channel] ?? 0) - value));
  expect(greatestDistance(before, after) / widest).toBeLessThan(0.02);
  expect(greatestDistance(last, after) / widest).toBeLessThan(0.03);
});
