/**
 * A transposed convolution whose kernel is twice its stride, as a plain one: every output sample is a sum over two
 * neighbouring inputs, and the samples of one stride are outputs side by side.
 *
 *     ConvTranspose(x [1, Cin, T], W [Cin, Cout, 2·s], stride s, pads p)  →  [1, Cout, (T + 1)·s − 2·p]
 *     Conv(x, V [Cout·s, Cin, 2], pads 1)  →  [1, Cout·s, T + 1]  →  [1, Cout, s, T + 1]  →  [1, Cout, T + 1, s]
 *         →  [1, Cout, (T + 1)·s]  →  without p at both ends
 *
 * Frame m holds the outputs m·s … m·s + s − 1, made of x[m] with the kernel's first half and of x[m − 1] with its second.
 */
import { int, ints, intOf, intsOf } from './attributes.ts';
import { type GraphEditor } from './graph-editor.ts';
import { type Node, type Tensor } from './onnx-model.ts';
import { floatsOf } from './tensors.ts';

/** @returns how many were unfolded. */
export function unfoldTransposed(editor: GraphEditor): number {
  let count = 0;
  for (const node of editor.nodes('ConvTranspose')) {
    const weights = editor.constant(node.input[1]);
    const bias = editor.constant(node.input[2]);
    if (weights === undefined || bias === undefined || !fits(node, weights)) continue;
    const [, outputs = 0, kernel = 0] = weights.dims;
    const stride = kernel / 2;
    const pad = intsOf(node, 'pads', [0, 0])[0] ?? 0;
    editor.remove(node);
    const plain = editor.add(
      'Conv',
      [node.input[0] ?? '', plainWeights(editor, weights), repeated(editor, floatsOf(bias), stride)],
      [
        int('group', 1),
        ints('dilations', 1),
        ints('kernel_shape', 2),
        ints('pads', 1, 1),
        ints('strides', 1),
      ],
      `${node.output[0] ?? ''}_plain`,
    );
    const apart = editor.add('Reshape', [plain, editor.addInts([1, outputs, stride, -1])]);
    const interleaved = editor.add('Transpose', [apart], [ints('perm', 0, 1, 3, 2)]);
    const joined = editor.add('Reshape', [interleaved, editor.addInts([1, outputs, -1])]);
    const ends = [[pad], [-pad], [2]].map((values) => editor.addInts(values));
    if (pad > 0) editor.add('Slice', [joined, ...ends], [], node.output[0]);
    else editor.add('Identity', [joined], [], node.output[0]);
    count++;
  }
  return count;
}

function fits(node: Node, weights: Tensor): boolean {
  const [stride = 1, ...more] = intsOf(node, 'strides', [1]);
  const [before = 0, after = 0] = intsOf(node, 'pads', [0, 0]);
  const [dilation = 1] = intsOf(node, 'dilations', [1]);
  const [extra = 0] = intsOf(node, 'output_padding', [0]);
  if (more.length > 0 || before !== after || dilation !== 1 || extra !== 0) return false;
  return weights.dims[2] === 2 * stride && intOf(node, 'group', 1) === 1;
}

/** W [Cin, Cout, 2·s] to V [Cout·s, Cin, 2]: V[o·s + r, i] = [W[i, o, r + s], W[i, o, r]]. */
function plainWeights(editor: GraphEditor, tensor: Tensor): string {
  const [inputs = 0, outputs = 0, kernel = 0] = tensor.dims;
  const stride = kernel / 2;
  const from = floatsOf(tensor);
  const to = new Float32Array(from.length);
  for (let input = 0; input < inputs; input++) {
    for (let output = 0; output < outputs; output++) {
      for (let tap = 0; tap < kernel; tap++) {
        const row = output * stride + (tap % stride);
        const column = tap < stride ? 1 : 0;
        to[(row * inputs + input) * 2 + column] = from[(input * outputs + output) * kernel + tap] ?? 0;
      }
    }
  }
  return editor.addFloats([outputs * stride, inputs, 2], to);
}

function repeated(editor: GraphEditor, bias: Float32Array, times: number): string {
  const values = Float32Array.from({ length: bias.length * times }, (_, index) => bias[Math.floor(index / times)] ?? 0); // prettier-ignore
  return editor.addFloats([values.length], values);
}
