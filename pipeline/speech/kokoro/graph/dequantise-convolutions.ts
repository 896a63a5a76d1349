/**
 * Convolutions in float32 with weights that stay 8-bit in the file.
 *
 *     x ─ DynamicQuantizeLinear ─ ConvInteger(W) ─ Add(bias / scale) ─ Cast ─ Mul(scale of x · scale of W)
 *     x ─ Conv(DequantizeLinear(W), bias)
 *
 * A runtime dequantises the weights once, when it loads the graph (`kokoroSessionOptions` asks for it). Quantising the
 * input anew at each of 87 places costs more time than 8-bit arithmetic saves, and rounds besides.
 */
import { type GraphEditor } from './graph-editor.ts';
import { type Node } from './onnx-model.ts';

/** @returns how many convolutions were rewritten. */
export function dequantiseConvolutions(editor: GraphEditor): number {
  let count = 0;
  for (const convolution of editor.nodes('ConvInteger')) {
    const found = findChain(editor, convolution);
    if (found === undefined) continue;
    const { x, scale, bias, last } = found;
    const [, weights = '', , zero] = convolution.input;
    editor.remove(last);
    const quantised = [weights, scale, ...(zero === undefined || zero === '' ? [] : [zero])];
    const input = [x, editor.add('DequantizeLinear', quantised), ...(bias === undefined ? [] : [bias])];
    editor.add('Conv', input, convolution.attribute, last.output[0]);
    count++;
  }
  return count;
}

type Chain = {
  readonly x: string;
  readonly scale: string;
  readonly bias: string | undefined;
  readonly last: Node;
};

function findChain(editor: GraphEditor, convolution: Node): Chain | undefined {
  const quantise = editor.from(convolution, 0, 'DynamicQuantizeLinear');
  const add = editor.next(convolution, 'Add');
  const last = editor.next(editor.next(add ?? convolution, 'Cast'), 'Mul');
  const x = quantise?.input[0];
  const scales = last?.input.map((value) => editor.maker(value)).find((node) => node?.opType === 'Mul');
  const scale = scales?.input.find((value) => editor.constant(value) !== undefined);
  if (x === undefined || last === undefined || scale === undefined) return undefined;
  if (!scales?.input.includes(quantise?.output[1] ?? '')) return undefined;
  if (add === undefined) return { x, scale, bias: undefined, last };
  const bias = findBias(editor, add);
  return bias === undefined ? undefined : { x, scale, bias, last };
}

/** Reshape(Cast(Floor(bias / scale))): the bias in units of the product. */
function findBias(editor: GraphEditor, add: Node): string | undefined {
  const reshape = add.input.map((value) => editor.maker(value)).find((node) => node?.opType === 'Reshape');
  const divide = editor.from(editor.from(editor.from(reshape, 0, 'Cast'), 0, 'Floor'), 0, 'Div');
  const bias = divide?.input[0];
  return editor.constant(bias) === undefined ? undefined : bias;
}
