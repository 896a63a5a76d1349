import { describe, expect, test } from 'vitest';
import { float, ints, int } from '../../../../pipeline/speech/kokoro/graph/attributes.ts';
import { dequantiseConvolutions } from '../../../../pipeline/speech/kokoro/graph/dequantise-convolutions.ts';
import { exposeDurations } from '../../../../pipeline/speech/kokoro/graph/expose-durations.ts';
import { foldSnakes } from '../../../../pipeline/speech/kokoro/graph/fold-snakes.ts';
import { fuseNormalisations } from '../../../../pipeline/speech/kokoro/graph/fuse-normalisations.ts';
import { GraphEditor } from '../../../../pipeline/speech/kokoro/graph/graph-editor.ts';
import { raiseConvolutions } from '../../../../pipeline/speech/kokoro/graph/raise-convolutions.ts';
import { unfoldTransposed } from '../../../../pipeline/speech/kokoro/graph/unfold-transposed.ts';
import { dynamicConvolution, overTime, spelledNormalisation, spelledSnake } from './patterns.ts';
import { expectSame, figures, opTypes, tinyModel } from './tiny-graph.ts';

describe('convolutions that quantise their input anew', () => {
  test.each([true, false])(
    'become float, and differ by the rounding alone; with a bias: %s',
    async (hasBias) => {
      const model = await expectSame(
        (editor) => dynamicConvolution(editor, 'x', 'y', hasBias),
        dequantiseConvolutions,
        { places: 1, dims: [1, 2, 16], within: 0.05 },
      );
      expect(opTypes(model)).toEqual(['Conv', 'DequantizeLinear']);
    },
  );

  test('are left where another reads the sum as well', () => {
    const model = tinyModel(
      (editor) => {
        dynamicConvolution(editor, 'x', 'y', false);
        const [sum] = editor.nodes('ConvInteger');
        editor.add('Cast', [sum?.output[0] ?? ''], [int('to', 1)], 'z');
      },
      ['y', 'z'],
    );
    expect(dequantiseConvolutions(new GraphEditor(model.graph))).toBe(0);
  });
});

describe('normalisations that are spelled out', () => {
  test('become one node', async () => {
    const model = await expectSame(
      (editor) => spelledNormalisation(editor, 'x', 4, 'y'),
      fuseNormalisations,
      { places: 1, dims: [1, 4, 32], within: 1e-5 },
    );
    expect(opTypes(model)).toEqual(['InstanceNormalization', 'Reshape', 'Reshape']);
  });

  test('keep a transposition that was moved into them', async () => {
    const model = await expectSame(
      (editor) => spelledNormalisation(editor, 'x', 4, 'y', [1, 2, 0]),
      fuseNormalisations,
      { places: 1, dims: [32, 1, 4], within: 1e-5 },
    );
    expect(opTypes(model)).toContain('Transpose');
  });

  test('are left where the mean is over another axis', () => {
    const model = tinyModel((editor) => {
      spelledNormalisation(editor, 'x', 4, 'y', [0, 2, 1]);
      const [turn] = editor.nodes('Transpose');
      if (turn !== undefined) turn.attribute.splice(0, 1, ints('perm', 0, 1, 2));
    });
    expect(fuseNormalisations(new GraphEditor(model.graph))).toBe(0);
  });
});

describe('Snake activations', () => {
  test('lose their factor to the normalisation before and the convolution behind', async () => {
    const model = await expectSame((editor) => spelledSnake(editor, (alpha) => 1 / alpha), foldSnakes, {
      places: 1,
      dims: [1, 2, 16],
      within: 1e-5,
    });
    expect(opTypes(model)).toEqual(['Add', 'Conv', 'InstanceNormalization', 'Mul', 'Mul', 'Mul', 'Sin']);
  });

  test('are left where the factors are not inverse to each other', () => {
    const model = tinyModel((editor) => spelledSnake(editor, () => 1));
    expect(foldSnakes(new GraphEditor(model.graph))).toBe(0);
  });
});

describe('transposed convolutions', () => {
  const build = (stride: number, kernel: number, pad: number) => (editor: GraphEditor) => {
    const weights = editor.addFloats([3, 2, kernel], figures(3 * 2 * kernel, 9));
    const attributes = [ints('kernel_shape', kernel), ints('strides', stride), ints('pads', pad, pad), int('group', 1)]; // prettier-ignore
    editor.add('ConvTranspose', ['x', weights, editor.addFloats([2], [0.5, -1])], attributes, 'y');
  };

  test.each([
    [10, 20, 5],
    [6, 12, 3],
    [2, 4, 0],
  ])('of stride %i, kernel %i and pads %i become plain', async (stride, kernel, pad) => {
    const model = await expectSame(build(stride, kernel, pad), unfoldTransposed, {
      places: 1,
      dims: [1, 3, 7],
      within: 1e-5,
    });
    expect(opTypes(model)).not.toContain('ConvTranspose');
  });

  test('with another kernel are left', () => {
    const model = tinyModel(build(5, 20, 0));
    expect(unfoldTransposed(new GraphEditor(model.graph))).toBe(0);
  });
});

describe('convolutions over time', () => {
  const conv = (editor: GraphEditor, x: string, inputs: number, output?: string) =>
    editor.add('Conv', [x, editor.addFloats([2, inputs, 3], figures(6 * inputs, 4))], overTime(3, 1), output);

  test('get a height, and so does what lies between them', async () => {
    const model = await expectSame(
      (editor) => {
        const first = conv(editor, 'x', 2);
        const active = editor.add('LeakyRelu', [first], [float('alpha', 0.2)]);
        const sum = editor.add('Add', [conv(editor, active, 2), first]);
        editor.add('Div', [sum, editor.addFloats([], [2])], [], 'y');
      },
      raiseConvolutions,
      { places: 2, dims: [1, 2, 9], within: 1e-5 },
    );
    expect(opTypes(model)).toEqual(['Add', 'Conv', 'Conv', 'Div', 'LeakyRelu', 'Squeeze', 'Unsqueeze']);
  });

  test('meet what has no height where channels are joined, and not where ranks may differ', async () => {
    const model = await expectSame(
      (editor) => {
        const joined = editor.add('Concat', ['x', conv(editor, 'x', 2)], [int('axis', 1)]);
        const back = conv(editor, joined, 4);
        editor.add('Add', [back, editor.add('Neg', ['x'])], [], 'y');
      },
      raiseConvolutions,
      { places: 2, dims: [1, 2, 9], within: 1e-5 },
    );
    expect(opTypes(model)).toEqual(['Add', 'Concat', 'Conv', 'Conv', 'Neg', 'Squeeze', 'Unsqueeze']);
  });
});

describe('durations', () => {
  const clip = (editor: GraphEditor, output: string) =>
    editor.add('Clip', [editor.add('Round', ['x'])], [], output);

  test('are the rounded values that are clipped, under their own name', () => {
    const model = tinyModel((editor) => void clip(editor, 'y'));
    const editor = new GraphEditor(model.graph);
    expect(exposeDurations(editor)).toBe(1);
    expect(model.graph.output.map(({ name }) => name)).toEqual(['y', 'durations']);
  });

  test('are not exposed where two values look like them', () => {
    const model = tinyModel(
      (editor) => {
        clip(editor, 'y');
        clip(editor, 'z');
      },
      ['y', 'z'],
    );
    expect(exposeDurations(new GraphEditor(model.graph))).toBe(2);
    expect(model.graph.output).toHaveLength(2);
  });
});
