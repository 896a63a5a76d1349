/** Small graphs of one rewrite's pattern, and what they give before and after it. */
import { expect } from 'vitest';
import { GraphEditor } from '../../../../pipeline/speech/kokoro/graph/graph-editor.ts';
import {
  readModel,
  writeModel,
  type Model,
  type ValueInfo,
} from '../../../../pipeline/speech/kokoro/graph/onnx-model.ts';
import { kokoroSessionOptions } from '../../../../pipeline/speech/kokoro/graph/session-options.ts';
import { testRuntime } from './open-runtime.ts';

type Dims = readonly number[];

const floatValue = (name: string): ValueInfo => ({ name, type: Uint8Array.of(0x0a, 0x02, 0x08, 0x01) });

/** A model with one input x and the outputs that are named, all float32. */
export function tinyModel(build: (editor: GraphEditor) => void, outputs: readonly string[] = ['y']): Model {
  const graph = {
    name: 'tiny',
    node: [],
    initializer: [],
    input: [floatValue('x')],
    output: outputs.map(floatValue),
    valueInfo: [],
  };
  const model: Model = { irVersion: 8, opsetImport: [{ version: 20 }], graph };
  const editor = new GraphEditor(graph);
  build(editor);
  editor.tidy();
  return readModel(writeModel(model));
}

/** Figures that look random and are the same at every run, between −1 and 1. */
export function figures(count: number, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state / 2_147_483_647) * 2 - 1;
  });
}

export function opTypes(model: Model): readonly string[] {
  return model.graph.node.map(({ opType }) => opType).sort();
}

export async function runModel(model: Model, dims: Dims, x: Float32Array): Promise<Float32Array> {
  const { InferenceSession, Tensor } = await testRuntime();
  const session = await InferenceSession.create(writeModel(model), kokoroSessionOptions);
  try {
    const { y } = await session.run({ x: new Tensor('float32', x, dims) });
    return Float32Array.from(y?.data as Float32Array);
  } finally {
    await session.release();
  }
}

/** Rewrites a copy, and compares what both give for the same input. @returns the rewritten model. */
export async function expectSame(
  build: (editor: GraphEditor) => void,
  rewrite: (editor: GraphEditor) => number,
  { places, dims, within }: { readonly places: number; readonly dims: Dims; readonly within: number },
): Promise<Model> {
  const before = tinyModel(build);
  const after = tinyModel(build);
  const editor = new GraphEditor(after.graph);
  expect(rewrite(editor)).toBe(places);
  editor.tidy();
  const x = figures(dims.reduce((size, dim) => size * dim, 1));
  const [expected, found] = [await runModel(before, dims, x), await runModel(after, dims, x)];
  expect(found).toHaveLength(expected.length);
  expect(greatestDistance(expected, found)).toBeLessThan(within);
  return after;
}

export function greatestDistance(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? NaN))), 0);
}
