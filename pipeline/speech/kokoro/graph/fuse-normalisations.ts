/**
 * Adaptive instance normalisation in one node.
 *
 *     scale · (x − mean(x)) / sqrt(mean((x − mean(x))²) + epsilon) + shift      x [1, C, T], scale and shift [1, C, 1]
 *     InstanceNormalization(x, scale, shift)                                   with scale and shift [C]
 *
 * Where an optimiser moved a transposition behind the subtraction, it is moved before it again.
 */
import { float, intsOf, ints } from './attributes.ts';
import { type GraphEditor } from './graph-editor.ts';
import { type Node } from './onnx-model.ts';
import { floatsOf, integersOf } from './tensors.ts';

/** @returns how many normalisations were fused. */
export function fuseNormalisations(editor: GraphEditor): number {
  const flat = editor.addInts([-1]);
  let count = 0;
  for (const divide of editor.nodes('Div')) {
    const found = findNormalised(editor, divide);
    if (found === undefined) continue;
    // One normalised value may be scaled and shifted twice.
    for (const scaled of editor.readers(divide.output[0])) {
      const shifted = scaled.opType === 'Mul' ? editor.next(scaled, 'Add') : undefined;
      if (shifted === undefined) continue;
      const scale = other(scaled, divide.output[0]);
      const shift = other(shifted, scaled.output[0]);
      const vectors = [scale, shift].map((value) => editor.add('Reshape', [value, flat]));
      editor.remove(shifted);
      const epsilon = [float('epsilon', found.epsilon)];
      editor.add('InstanceNormalization', [inputOf(editor, found), ...vectors], epsilon, shifted.output[0]);
      count++;
    }
  }
  return count;
}

type Normalised = {
  readonly x: string;
  readonly epsilon: number;
  /** How x is to be transposed first, if it is. */
  readonly permutation: readonly number[] | undefined;
};

function findNormalised(editor: GraphEditor, divide: Node): Normalised | undefined {
  const transposed = editor.from(divide, 0, 'Transpose');
  const centred = editor.from(transposed ?? divide, 0, 'Sub');
  const x = centred?.input[0];
  const mean = editor.from(centred, 1, 'ReduceMean');
  const sum = editor.from(editor.from(divide, 1, 'Sqrt'), 0, 'Add');
  const meanTransposed = editor.from(sum, 0, 'Transpose');
  const variance = editor.from(meanTransposed ?? sum, 0, 'ReduceMean');
  const square = editor.from(variance, 0, 'Mul');
  const epsilon = editor.constant(sum?.input[1]);
  if (centred === undefined || x === undefined || mean === undefined || variance === undefined)
    return undefined;
  if (square === undefined || epsilon === undefined || mean.input[0] !== x) return undefined;
  if (square.input.some((value) => value !== centred.output[0])) return undefined;
  const permutation = transposed && intsOf(transposed, 'perm', []);
  if (String(permutation) !== String(meanTransposed && intsOf(meanTransposed, 'perm', []))) return undefined;
  // The mean must be over time, the last axis of what is normalised.
  const time = permutation?.[2] ?? 2;
  if (![mean, variance].every((node) => String(axesOf(editor, node)) === String(time))) return undefined;
  return { x, epsilon: floatsOf(epsilon)[0] ?? 0, permutation };
}

function axesOf(editor: GraphEditor, mean: Node): readonly number[] | undefined {
  const axes = editor.constant(mean.input[1]);
  return axes && integersOf(axes);
}

function inputOf(editor: GraphEditor, { x, permutation }: Normalised): string {
  if (permutation === undefined) return x;
  const same = editor
    .readers(x)
    .find((node) => node.opType === 'Transpose' && String(intsOf(node, 'perm', [])) === String(permutation));
  return same?.output[0] ?? editor.add('Transpose', [x], [ints('perm', ...permutation)]);
}

function other(node: Node, value: string | undefined): string {
  return (node.input[0] === value ? node.input[1] : node.input[0]) ?? '';
}
