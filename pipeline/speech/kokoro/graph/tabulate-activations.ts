/**
 * Activations between two 8-bit convolutions, looked up: a channel of the first knows 256 values alone, so that for each
 * channel and sentence 256 results are enough.
 *
 *     q ─ DequantizeLinear ─ InstanceNormalization ─ z + sin²(z) ─ QuantizeLinear      for every sample of q [1, C, 1, T]
 *     the same for a ramp 0 … 255 of each channel, [C, 256];  GatherElements(ramp's results, q)
 *
 * Mean and variance are still those of the samples.
 */
import { int } from './attributes.ts';
import { type GraphEditor } from './graph-editor.ts';
import { elementTypes, type Node } from './onnx-model.ts';
import { sizeOf, uint8Tensor } from './tensors.ts';

const levels = 256;

/** @returns how many activations are looked up. */
export function tabulateActivations(editor: GraphEditor): number {
  const ramps = new Map<number, string>();
  let count = 0;
  for (const quantise of editor.nodes('QuantizeLinear')) {
    const found = findActivation(editor, quantise);
    if (found === undefined) continue;
    const ramp = ramps.get(found.channels) ?? addRamp(editor, found.channels);
    ramps.set(found.channels, ramp);
    tabulate(editor, found, quantise, ramp);
    count++;
  }
  return count;
}

type Activation = {
  readonly dequantise: Node;
  readonly normalisation: Node;
  readonly channels: number;
};

function findActivation(editor: GraphEditor, quantise: Node): Activation | undefined {
  const sum = editor.from(quantise, 0, 'Add');
  const normalisation = editor.from(sum, 0, 'InstanceNormalization');
  const sine = editor.from(editor.from(sum, 1, 'Mul'), 0, 'Sin');
  const dequantise = editor.from(normalisation, 0, 'DequantizeLinear');
  if (normalisation === undefined || dequantise === undefined || sine === undefined) return undefined;
  if (sine.input[0] !== normalisation.output[0]) return undefined;
  if (editor.next(dequantise, 'InstanceNormalization') === undefined) return undefined;
  if (editor.from(dequantise, 0, 'QLinearConv') === undefined) return undefined;
  const steps = editor.constant(dequantise.input[1]);
  return steps && { dequantise, normalisation, channels: sizeOf(steps) };
}

function addRamp(editor: GraphEditor, channels: number): string {
  const values = Uint8Array.from({ length: channels * levels }, (_, index) => index % levels);
  return editor.addTensor(uint8Tensor([channels, levels], values));
}

function tabulate(editor: GraphEditor, activation: Activation, quantise: Node, ramp: string): void {
  const { dequantise, normalisation, channels } = activation;
  const [q = '', ...grid] = dequantise.input;
  const [, scale = '', shift = ''] = normalisation.input;
  const epsilon = normalisation.attribute.find(({ name }) => name === 'epsilon')?.f ?? 1e-5;
  const column = editor.addInts([channels, 1]);
  const rows = editor.addInts([channels, -1]);
  const rowAxis = [int('axis', 0)];
  const toColumn = (value: string) => editor.add('Reshape', [value, column]);

  const samples = editor.add('Reshape', [editor.add('DequantizeLinear', [q, ...grid], dequantise.attribute), rows]); // prettier-ignore
  const [last, keep] = [editor.addInts([1]), [int('keepdims', 1)]];
  const mean = editor.add('ReduceMean', [samples, last], keep);
  const power = editor.add('ReduceMean', [editor.add('Mul', [samples, samples]), last], keep);
  const variance = editor.add('Sub', [power, editor.add('Mul', [mean, mean])]);
  const positive = editor.add('Relu', [variance]);
  const deviation = editor.add('Sqrt', [editor.add('Add', [positive, editor.addFloats([], [epsilon])])]);

  const values = editor.add('DequantizeLinear', [ramp, ...grid], rowAxis);
  const normal = editor.add('Div', [editor.add('Sub', [values, mean]), deviation]);
  const z = editor.add('Add', [editor.add('Mul', [normal, toColumn(scale)]), toColumn(shift)]);
  const s = editor.add('Sin', [z]);
  const sum = editor.add('Add', [z, editor.add('Mul', [s, s])]);
  const table = editor.add('QuantizeLinear', [sum, ...quantise.input.slice(1)], rowAxis);

  const index = editor.add('Cast', [editor.add('Reshape', [q, rows])], [int('to', elementTypes.int32)]);
  const found = editor.add('GatherElements', [table, index], [int('axis', 1)]);
  editor.remove(quantise);
  editor.add('Reshape', [found, editor.addInts([1, channels, 1, -1])], [], quantise.output[0]);
}
