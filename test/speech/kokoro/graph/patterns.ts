/** What an exporter and an optimiser make of the parts of Kokoro, in small. */
import { float, int, ints } from '../../../../pipeline/speech/kokoro/graph/attributes.ts';
import { type GraphEditor } from '../../../../pipeline/speech/kokoro/graph/graph-editor.ts';
import { type Attribute, type Node } from '../../../../pipeline/speech/kokoro/graph/onnx-model.ts';
import { uint8Tensor } from '../../../../pipeline/speech/kokoro/graph/tensors.ts';
import { figures } from './tiny-graph.ts';

export const overTime = (
  kernel: number,
  pad: number,
  ...more: readonly Attribute[]
): readonly Attribute[] => [
  ints('kernel_shape', kernel),
  ints('pads', pad, pad),
  ints('strides', 1),
  ints('dilations', 1),
  ...more,
];

/** Weights [M, C, K] in u8 with their scale and zero point, and how often each value is met does not matter. */
export function smallWeights(editor: GraphEditor, dims: readonly number[]) {
  const size = dims.reduce((product, dim) => product * dim, 1);
  const values = figures(size, 7).map((value) => Math.round(128 + 100 * value));
  return {
    weights: editor.addTensor(uint8Tensor(dims, values)),
    scale: editor.addFloats([], [0.01]),
    zero: editor.addTensor(uint8Tensor([], [120])),
  };
}

/** DynamicQuantizeLinear ─ ConvInteger ─ Add ─ Cast ─ Mul; `output` is what it gives. */
export function dynamicConvolution(editor: GraphEditor, x: string, output: string, hasBias: boolean): void {
  const { weights, scale, zero } = smallWeights(editor, [3, 2, 3]);
  const q = `${output}/q`;
  editor.enter(node('DynamicQuantizeLinear', [x], [q, `${q}/scale`, `${q}/zero`]));
  const product = editor.add('Mul', [`${q}/scale`, scale]);
  let sum = editor.add('ConvInteger', [q, weights, `${q}/zero`, zero], overTime(3, 1));
  if (hasBias) {
    const units = editor.add('Div', [editor.addFloats([3], [0.5, -0.25, 1]), product]);
    const whole = editor.add('Cast', [editor.add('Floor', [units])], [int('to', 6)]);
    sum = editor.add('Add', [sum, editor.add('Reshape', [whole, editor.addInts([1, -1, 1])])]);
  }
  editor.add('Mul', [editor.add('Cast', [sum], [int('to', 1)]), product], [], output);
}

/** scale · (x − mean) / sqrt(variance + epsilon) + shift, over the last axis, spelled out; `perm` has it transposed on the way. */
export function spelledNormalisation(
  editor: GraphEditor,
  x: string,
  channels: number,
  output: string,
  perm?: readonly number[],
): void {
  const axes = editor.addInts([perm?.[2] ?? 2]);
  const turned = (value: string) =>
    perm ? editor.add('Transpose', [value], [ints('perm', ...perm)]) : value;
  const mean = editor.add('ReduceMean', [x, axes], [int('keepdims', 1)]);
  const centred = editor.add('Sub', [x, mean]);
  const square = editor.add('Mul', [centred, centred]);
  const variance = turned(editor.add('ReduceMean', [square, axes], [int('keepdims', 1)]));
  const deviation = editor.add('Sqrt', [editor.add('Add', [variance, editor.addFloats([], [1e-5])])]);
  const normal = editor.add('Div', [turned(centred), deviation]);
  const dims = [1, channels, 1];
  const scaled = editor.add('Mul', [editor.addFloats(dims, figures(channels, 3)), normal]);
  editor.add('Add', [scaled, editor.addFloats(dims, figures(channels, 5))], [], output);
}

/** y + sin²(α·y) / α behind a normalisation, then a convolution with weights in 8 bits. */
export function spelledSnake(editor: GraphEditor, inverse: (alpha: number) => number): void {
  const alpha = [0.5, 2];
  const vectors = [figures(2, 3), figures(2, 5)].map((values) => editor.addFloats([2], values));
  const y = editor.add('InstanceNormalization', ['x', ...vectors], [float('epsilon', 1e-5)]);
  const sine = editor.add('Sin', [editor.add('Mul', [editor.addFloats([1, 2, 1], alpha), y])]);
  const square = editor.add('Pow', [sine, editor.addFloats([], [2])]);
  const part = editor.add('Mul', [editor.addFloats([1, 2, 1], alpha.map(inverse)), square]);
  const sum = editor.add('Add', [y, part]);
  const { weights, scale, zero } = smallWeights(editor, [3, 2, 3]);
  editor.add('Conv', [sum, editor.add('DequantizeLinear', [weights, scale, zero])], overTime(3, 1), 'y');
}

function node(opType: string, input: readonly string[], output: readonly string[]): Node {
  return { opType, input: [...input], output: [...output], attribute: [] };
}
