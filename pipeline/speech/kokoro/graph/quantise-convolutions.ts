/**
 * Convolutions in 8-bit arithmetic: activations u8, weights s8, which processors with VNNI or AMX multiply fastest.
 *
 *     Conv(x, W, bias)
 *     DequantizeLinear(QLinearConv(QuantizeLinear(x), V, …)), one scale for each channel of x and of the output
 *
 * QLinearConv knows one scale for its input and one for its output. Those of the channels are put elsewhere: the input's
 * into the weights, before these are rounded, and the output's into the scale of the weights, after.
 */
import { int } from './attributes.ts';
import { type GraphEditor } from './graph-editor.ts';
import { type Node } from './onnx-model.ts';
import { plainWeights } from './quantised-weights.ts';
import { type ChannelRanges, type Ranges } from './ranges.ts';
import { floatsOf, int32Tensor, int8Tensor, uint8Tensor } from './tensors.ts';

/** The u8 that stands for nought in a quantised input. */
const middle = 128;
const channelAxis = [int('axis', 1)];

/** @returns how many convolutions were quantised: those for which there are ranges. */
export function quantiseConvolutions(editor: GraphEditor, ranges: Ranges): number {
  let count = 0;
  for (const node of editor.nodes('Conv')) {
    const found = ranges.get(node.output[0] ?? '');
    if (found === undefined) continue;
    quantise(editor, node, found);
    count++;
  }
  return count;
}

function quantise(editor: GraphEditor, node: Node, ranges: ChannelRanges): void {
  const [x = '', weights = '', biases] = node.input;
  const bias = editor.constant(biases);
  const { dims, floats } = plainWeights(editor, weights);
  const [outputs = 0, inputs = 0, ...kernel] = dims;
  if (inputs !== ranges.input.length || outputs !== ranges.low.length) {
    throw new Error(`The ranges of ${node.output[0] ?? ''} are those of another model.`);
  }

  const inputScales = ranges.input.map((largest) => (largest > 0 ? largest : 1) / (middle - 1));
  const rows = scaleInputs(floats, inputScales, outputs);
  const out = outputGrid(ranges);
  const rounded = new Int8Array(rows.length * (rows[0]?.length ?? 0));
  const scales = new Float32Array(outputs);
  const sums = new Int32Array(outputs);
  const given = bias === undefined ? new Float32Array(outputs) : floatsOf(bias);
  rows.forEach((row, index) => {
    const { step = 1, zero = 0 } = out[index] ?? {};
    // The output's zero point is added with the bias, so that the runtime need not know it.
    const added = (given[index] ?? 0) + zero * step;
    const scale = scaleOf(row, added);
    rounded.set(row.map((value) => Math.round(value / scale)), index * row.length); // prettier-ignore
    sums[index] = Math.round(added / scale);
    scales[index] = scale / step;
  });

  const vector = [inputs];
  const one = editor.addFloats([], [1]);
  const zeroIn = editor.addTensor(uint8Tensor([], [middle]));
  const quantised = editor.add(
    'QuantizeLinear',
    [x, editor.addFloats(vector, inputScales), editor.addTensor(uint8Tensor(vector, new Uint8Array(inputs).fill(middle)))], // prettier-ignore
    channelAxis,
  );
  editor.remove(node);
  const convolved = editor.add(
    'QLinearConv',
    [
      quantised,
      one,
      zeroIn,
      editor.addTensor(int8Tensor([outputs, inputs, ...kernel], rounded)),
      editor.addFloats([outputs], scales),
      editor.addTensor(int8Tensor([outputs], new Int8Array(outputs))),
      one,
      editor.addTensor(uint8Tensor([], [0])),
      editor.addTensor(int32Tensor([outputs], sums)),
    ],
    node.attribute,
  );
  const steps = editor.addFloats([outputs], out.map(({ step }) => step)); // prettier-ignore
  const zeros = editor.addTensor(uint8Tensor([outputs], out.map(({ zero }) => zero))); // prettier-ignore
  editor.add('DequantizeLinear', [convolved, steps, zeros], channelAxis, node.output[0]);
}

/** The weights, one row for each output, times the scale of their input channel. */
function scaleInputs(weights: Float32Array, scales: Float32Array, outputs: number): readonly Float32Array[] {
  const length = weights.length / outputs;
  const taps = length / scales.length;
  return Array.from({ length: outputs }, (_, output) =>
    weights
      .slice(output * length, (output + 1) * length)
      .map((value, index) => value * (scales[Math.floor(index / taps)] ?? 0)),
  );
}

/** Small enough for the row's largest weight, and large enough that what is added fits into an int32 with room to sum. */
function scaleOf(row: Float32Array, added: number): number {
  const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Math.max(largest / 127, Math.abs(added) / 2 ** 29, 1e-30);
}

/** Step and zero point of each output channel; nought is always one of the 256 values. */
function outputGrid({
  low,
  high,
}: ChannelRanges): readonly { readonly step: number; readonly zero: number }[] {
  return Array.from(low, (least, channel) => {
    const from = Math.min(least, 0);
    const span = Math.max(high[channel] ?? 0, 0) - from;
    const step = (span > 0 ? span : 1) / 255;
    return { step, zero: Math.min(255, Math.max(0, Math.round(-from / step))) };
  });
}
