import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWave } from '../../pipeline/speech/riff.ts';
import { wave } from './wave.ts';

describe('a WAV file', () => {
  test('gives its samples and rate', () => {
    fc.assert(
      fc.property(fc.int16Array(), (samples) => {
        const pcm = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
        expect(readWave(wave(pcm, { sampleRate: 22_050 }))).toEqual({
          pcm: new Uint8Array(pcm),
          sampleRate: 22_050,
        });
      }),
    );
  });

  test('may hold other chunks, of odd length too', () => {
    const file = wave(Buffer.of(1, 2), { before: { name: 'FLLR', body: Buffer.alloc(5) } });
    expect([...readWave(file).pcm]).toEqual([1, 2]);
  });

  test('may name PCM by the extensible format', () => {
    expect([...readWave(wave(Buffer.of(1, 2), { extensible: true })).pcm]).toEqual([1, 2]);
  });

  test.each([
    ['is empty', Buffer.alloc(0), 'not a WAV file'],
    ['is something else', Buffer.from('FORM....AIFF....'), 'not a WAV file'],
    ['is stereo', wave(Buffer.alloc(4), { channels: 2 }), '2 channels'],
    ['has 8 bits', wave(Buffer.alloc(4), { bits: 8 }), '8 bits'],
    ['holds floats', wave(Buffer.alloc(4), { format: 3 }), 'format 3'],
    ['has an absurd rate', wave(Buffer.alloc(4), { sampleRate: 3 }), 'sample rate'],
    ['is cut short', wave(Buffer.alloc(400)).subarray(0, 300), 'longer than the file'],
    ['ends in half a sample', wave(Buffer.alloc(5)), 'in the middle'],
    ['has no samples', wave(Buffer.alloc(0)).subarray(0, 36), 'no samples'],
  ])('is refused where it %s', (_, file, why) => {
    expect(() => readWave(file)).toThrow(why);
  });

  test('is read or refused, whatever its bytes', () => {
    const start = wave(Buffer.alloc(8));
    fc.assert(
      fc.property(fc.nat(start.length - 1), fc.uint8Array({ maxLength: 12 }), (at, bytes) => {
        const damaged = Buffer.from(start);
        damaged.set(bytes.subarray(0, start.length - at), at);
        try {
          expect(readWave(damaged).pcm.byteLength % 2).toBe(0);
        } catch (error) {
          expect((error as Error).message).toMatch(/^It/);
        }
      }),
    );
  });
});
