import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameStarts } from '../../../pipeline/audio/chunks/frames.ts';

/** Frames of nothing: a header, and zeros to its length. */
function mp3Frame(kilobitsIndex: number, rateIndex: number, padding: number, bytes: number): Uint8Array {
  const frame = new Uint8Array(bytes);
  frame.set([0xff, 0xfb, (kilobitsIndex << 4) | (rateIndex << 2) | (padding << 1), 0xc4]);
  return frame;
}

function aacFrame(bytes: number): Uint8Array {
  const frame = new Uint8Array(bytes);
  frame.set(
    [0xff, 0xf1, 0x4c, 0x40 | (bytes >> 11), (bytes >> 3) & 255, ((bytes & 7) << 5) | 31, 0xfc].slice(
      0,
      bytes,
    ),
  );
  return frame;
}

const mp3 = fc.constantFrom(
  // 64 kbit/s at 44 100 (with and without padding), at 48 000, and 192 kbit/s at both.
  mp3Frame(5, 0, 0, 208),
  mp3Frame(5, 0, 1, 209),
  mp3Frame(5, 1, 0, 192),
  mp3Frame(11, 0, 1, 627),
  mp3Frame(11, 1, 0, 576),
);
const aac = fc.integer({ min: 7, max: 8191 }).map(aacFrame);

test.each([
  ['mp3', mp3],
  ['aac', aac],
] as const)('whole frames of %s are found, and half of one is refused', (codec, frame) => {
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 6 }), fc.nat(), (frames, part) => {
      const bytes = Buffer.concat(frames);
      const starts = frames.map((_, index) => Buffer.concat(frames.slice(0, index)).length);
      expect(frameStarts(bytes, codec)).toEqual([...starts, bytes.length]);
      const last = frames.at(-1)?.length ?? 0;
      if (last === 0) return;
      const cut = bytes.subarray(0, bytes.length - 1 - (part % (last - 1)));
      expect(() => frameStarts(cut, codec)).toThrow(
        `no whole frame at byte ${starts.at(-1)} of ${cut.length}`,
      );
    }),
  );
});

test.each([
  ['text', Buffer.from('not sound at all, but words that go on and on')],
  ['zeros', new Uint8Array(5000)],
  ['nothing but ones', new Uint8Array(8191 * 2).fill(0xff)],
  ['an ID3 tag', Buffer.concat([Buffer.from('ID3\u0004\0\0\0\0\0\u0000'), mp3Frame(5, 1, 0, 192)])],
  ['MPEG-2', Buffer.from([0xff, 0xf3, 0x40, 0xc4, ...new Uint8Array(188)])],
  ['a rate that is reserved', Buffer.from([0xff, 0xfb, 0x5e, 0xc4, ...new Uint8Array(188)])],
  ['bits without a rate', Buffer.from([0xff, 0xfb, 0x02])],
  ['an ADTS frame shorter than its header', aacFrame(3)],
  ['ADTS of another layer', Buffer.from(aacFrame(100)).fill(0xf3, 1, 2)],
])('%s is refused as either', (_what, bytes) => {
  for (const codec of ['mp3', 'aac'] as const)
    expect(() => frameStarts(bytes, codec)).toThrow(`The encoder's ${codec} has no whole frame at byte`);
});

test('rubbish is refused or, by chance, frames that fill it; it never runs on', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 400 }),
      fc.constantFrom('mp3', 'aac'),
      (bytes, codec) => {
        try {
          expect(frameStarts(bytes, codec).at(-1)).toBe(bytes.length);
        } catch (error) {
          expect(String(error)).toContain('has no whole frame');
        }
      },
    ),
  );
});
