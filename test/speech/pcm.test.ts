import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPcm, toSamples } from '../../pipeline/speech/pcm.ts';

test('samples are little endian', () => {
  expect([...toPcm(Int16Array.of(1, -2))]).toEqual([1, 0, 254, 255]);
});

test('samples survive the way to bytes and back, wherever the bytes lie', () => {
  fc.assert(
    fc.property(fc.int16Array(), (samples) => {
      const shifted = Buffer.concat([Buffer.of(7), toPcm(samples)]).subarray(1);
      expect(toSamples(shifted)).toEqual(samples);
    }),
  );
});

test('half a sample is refused', () => {
  expect(() => toSamples(new Uint8Array(3))).toThrow(RangeError);
});
