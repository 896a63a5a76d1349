/** Weights that are stored in 8 bits: DequantizeLinear(W, scale, zero), with one scale and one zero point for all. */
import { type GraphEditor } from './graph-editor.ts';
import { type Tensor } from './onnx-model.ts';
import { floatsOf, sizeOf, smallIntegersOf } from './tensors.ts';

/** Weights as float32, whether they are stored so or in 8 bits. @throws Error where they are not constant. */
export function plainWeights(
  editor: GraphEditor,
  weights: string,
): { readonly dims: readonly number[]; readonly floats: Float32Array } {
  const constant = editor.constant(weights);
  if (constant !== undefined) return { dims: constant.dims, floats: floatsOf(constant) };
  const { tensor, factor, offset } = storedWeights(editor, weights);
  const floats = Float32Array.from(smallIntegersOf(tensor), (value) => (value - offset) * factor);
  return { dims: tensor.dims, floats };
}

/**
 * The same weights [M, C, K], divided by one figure for each input channel, as plain float32: a runtime can lay these
 * out as it likes when it loads them, while it reckons a DequantizeLinear anew for every sentence.
 */
export function divideInputChannels(editor: GraphEditor, weights: string, divisor: Float32Array): string {
  const { tensor, factor, offset } = storedWeights(editor, weights);
  const [, inputs = 1, kernel = 1] = tensor.dims;
  const factors = divisor.map((by) => factor / by);
  const values = smallIntegersOf(tensor);
  const floats = new Float32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const channel = Math.floor(index / kernel) % inputs;
    floats[index] = ((values[index] ?? 0) - offset) * (factors[channel] ?? 0);
  }
  return editor.addFloats(tensor.dims, floats);
}

/** The same weights [M, C, K] as [M, C, 1, K]: every constant of rank 3 they are made of is raised. */
export function withHeight(editor: GraphEditor, weights: string): string {
  const constant = editor.constant(weights);
  if (constant !== undefined) {
    const [outputs = 0, inputs = 0, kernel = 0, ...more] = constant.dims;
    if (constant.dims.length < 3 || more.length > 0) return weights;
    return editor.addTensor({ ...constant, dims: [outputs, inputs, 1, kernel] });
  }
  const maker = editor.maker(weights);
  if (maker === undefined) throw new Error(`${weights} are no constant weights.`);
  return editor.add(maker.opType, maker.input.map((value) => withHeight(editor, value)), maker.attribute); // prettier-ignore
}

function storedWeights(
  editor: GraphEditor,
  weights: string,
): { readonly tensor: Tensor; readonly factor: number; readonly offset: number } {
  const maker = editor.maker(weights);
  const [tensor, scale, zero] = (maker?.input ?? []).map((value) => editor.constant(value));
  if (
    maker?.opType !== 'DequantizeLinear' ||
    tensor === undefined ||
    scale === undefined ||
    sizeOf(scale) !== 1
  ) {
    throw new Error(`${weights} are no weights with a single scale.`);
  }
  const [factor = 0] = floatsOf(scale);
  const [offset = 0] = zero === undefined ? [] : smallIntegersOf(zero);
  return { tensor, factor, offset };
}
