import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calibratedRanges } from '../../../../pipeline/speech/kokoro/graph/calibrated-ranges.ts';
import { readModel, writeModel } from '../../../../pipeline/speech/kokoro/graph/onnx-model.ts';
import { tells8Bit } from '../../../../pipeline/speech/kokoro/graph/processor.ts';
import { decodeRanges, encodeRanges } from '../../../../pipeline/speech/kokoro/graph/ranges.ts';
import { rewriteKokoro } from '../../../../pipeline/speech/kokoro/graph/rewrite-kokoro.ts';
import { floatsOf, integersOf } from '../../../../pipeline/speech/kokoro/graph/tensors.ts';
import { opTypes, tinyModel } from './tiny-graph.ts';

const model = tinyModel((editor) => {
  const sum = editor.add('Add', ['x', editor.addFloats([2], [1.5, -2])]);
  editor.add('Reshape', [sum, editor.addInts([-1, 2 ** 40])], [], 'y');
});

test('a model is read as it was written', () => {
  const again = readModel(writeModel(model));
  expect(again).toEqual(model);
  const [reals, integers] = again.graph.initializer;
  expect(reals && floatsOf(reals)).toEqual(Float32Array.of(1.5, -2));
  expect(integers && integersOf(integers)).toEqual([-1, 2 ** 40]);
});

test('the bytes of a constant are a view into those of the file', () => {
  const bytes = writeModel(model);
  const constants = readModel(bytes).graph.initializer;
  expect(constants.map(({ rawData }) => rawData?.buffer)).toEqual([bytes.buffer, bytes.buffer]);
});

test.each([
  ['nothing', new Uint8Array()],
  ['text', new TextEncoder().encode('This is no model at all.')],
  ['the first half of a model', writeModel(model).slice(0, 60)],
])('%s is not a model', (_, bytes) => {
  expect(() => readModel(bytes)).toThrow('This is not an ONNX model.');
});

test.each(['exact', 'close', 'fast'] as const)(
  'another model is not rewritten, not even in part: %s',
  (setting) => {
    expect(() => rewriteKokoro(writeModel(model), setting)).toThrow(
      'This is not the build of Kokoro that Lectern knows: 1 × a value that says durations expected, 0 found.',
    );
  },
);

test('what leads nowhere is taken away, and nodes come behind what they read', () => {
  const tidied = tinyModel((editor) => {
    editor.add('Neg', ['b'], [], 'y');
    editor.add('Neg', ['a'], [], 'b');
    editor.add('Abs', ['x'], [], 'a');
    editor.add('Sin', ['x'], [], 'nowhere');
  });
  expect(tidied.graph.node.map(({ output }) => output)).toEqual([['a'], ['b'], ['y']]);
  expect(opTypes(tidied)).not.toContain('Sin');
});

test('ranges survive as text, to a part in 256', () => {
  const floats = fc.float32Array({ minLength: 3, maxLength: 3, noNaN: true, min: -1000, max: 1000 });
  fc.assert(
    fc.property(floats, floats, floats, (input, low, high) => {
      const [name, found] =
        [...decodeRanges(encodeRanges(new Map([['conv', { input, low, high }]])))][0] ?? [];
      expect(name).toBe('conv');
      for (const [before, after] of [
        [input, found?.input],
        [low, found?.low],
        [high, found?.high],
      ] as const)
        // prettier-ignore
        before.forEach((value, index) => {
          expect(Math.abs((after?.[index] ?? NaN) - value)).toBeLessThanOrEqual(Math.abs(value) / 256 + 1e-38);
        });
    }),
  );
});

test('ranges that were cut off are said to be damaged', () => {
  expect(() => decodeRanges({ conv: [3, 'AAAAAAAA'] })).toThrow('The ranges of conv are damaged.');
});

test('the ranges that are shipped are sound: of 65 convolutions, none empty, low never above high', () => {
  const ranges = [...decodeRanges(calibratedRanges).values()];
  expect(ranges).toHaveLength(65);
  for (const { input, low, high } of ranges) {
    expect(input.length).toBeGreaterThan(0);
    expect(low).toHaveLength(high.length);
    expect(input.every((value) => value >= 0 && value < 1000)).toBe(true);
    expect(low.every((value, channel) => value <= (high[channel] ?? NaN))).toBe(true);
  }
});

test.each([
  ['flags\t\t: fpu avx2 avx_vnni\n', true],
  ['flags\t\t: fpu avx512f avx512_vnni amx_int8\nflags\t\t: fpu avx512_vnni\n', true],
  ['Features\t: fp asimd asimddp\n', true],
  ['flags\t\t: fpu avx2 avx512f\n', false],
  ['flags\t\t: fpu avx_vnni\nflags\t\t: fpu avx2\n', false],
  ['vmx flags\t: avx_vnni\n', false],
  ['', false],
])('a processor’s features %j tell of 8-bit products: %s', (cpuinfo, has) => {
  expect(tells8Bit(cpuinfo)).toBe(has);
});
