/**
 * The activation of the generator, with its factor folded into its neighbours.
 *
 *     y = InstanceNormalization(x, scale, shift);  Conv(y + sin²(α·y) / α, W)        α [1, C, 1]
 *     z = InstanceNormalization(x, α·scale, α·shift);  Conv(z + sin²(z), W / α)      z = α·y; W / α per input channel
 */
import { type GraphEditor } from './graph-editor.ts';
import { type Node } from './onnx-model.ts';
import { divideInputChannels } from './quantised-weights.ts';
import { floatsOf } from './tensors.ts';

/** @returns how many activations were folded. */
export function foldSnakes(editor: GraphEditor): number {
  let count = 0;
  for (const sine of editor.nodes('Sin')) {
    const found = findSnake(editor, sine);
    if (found === undefined) continue;
    const { normalisation, alpha, sum, convolution } = found;
    const [y] = normalisation.output;
    const [x = '', ...vectors] = normalisation.input;
    const factor = editor.addFloats([alpha.length], alpha);
    const scaled = vectors.map((value) => editor.add('Mul', [value, factor]));
    editor.remove(normalisation);
    editor.add('InstanceNormalization', [x, ...scaled], normalisation.attribute, y);

    for (const node of [sine, sum, convolution]) editor.remove(node);
    const s = editor.add('Sin', [y ?? '']);
    editor.add('Add', [y ?? '', editor.add('Mul', [s, s])], [], sum.output[0]);
    const [input = '', weights = '', ...bias] = convolution.input;
    const divided = divideInputChannels(editor, weights, alpha);
    editor.add('Conv', [input, divided, ...bias], convolution.attribute, convolution.output[0]);
    count++;
  }
  return count;
}

/** The convolutions that read a folded activation, z + sin²(z). */
export function convolutionsBehindSnakes(editor: GraphEditor): readonly Node[] {
  return editor.nodes('Conv').filter((convolution) => {
    const square = editor.from(editor.from(convolution, 0, 'Add'), 1, 'Mul');
    return editor.from(square, 0, 'Sin') !== undefined && square?.input[0] === square?.input[1];
  });
}

type Snake = {
  readonly normalisation: Node;
  readonly alpha: Float32Array;
  readonly sum: Node;
  readonly convolution: Node;
};

function findSnake(editor: GraphEditor, sine: Node): Snake | undefined {
  const product = editor.from(sine, 0, 'Mul');
  const square = editor.next(sine, 'Pow');
  const weighted = editor.next(square, 'Mul');
  const sum = editor.next(weighted, 'Add');
  const convolution = editor.next(sum, 'Conv');
  const normalisation = product?.input
    .map((value) => editor.maker(value))
    .find((node) => node?.opType === 'InstanceNormalization');
  const alpha = floats(editor, product);
  const inverse = floats(editor, weighted);
  const exponent = editor.constant(square?.input[1]);
  if (sum === undefined || convolution === undefined || normalisation === undefined) return undefined;
  if (alpha === undefined || inverse === undefined || exponent === undefined) return undefined;
  if (floatsOf(exponent)[0] !== 2 || !sum.input.includes(normalisation.output[0] ?? '')) return undefined;
  if (editor.readers(normalisation.output[0]).length !== 2) return undefined;
  // A factor of nought has no inverse, and one that is not the inverse is another activation.
  const inverted = alpha.every((value, index) => Math.abs(value * (inverse[index] ?? 0) - 1) < 1e-5);
  return inverted && alpha.length === inverse.length ? { normalisation, alpha, sum, convolution } : undefined;
}

function floats(editor: GraphEditor, node: Node | undefined): Float32Array | undefined {
  const tensor = node?.input.map((value) => editor.constant(value)).find((found) => found !== undefined);
  return tensor && floatsOf(tensor);
}
