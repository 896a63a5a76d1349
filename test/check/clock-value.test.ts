import { expect, test } from 'vitest';
import { parseClock, showSeconds } from '../../pipeline/check/overlay/clock-value.ts';

test.each([
  ['5:34:31.396', 20_071.396],
  ['124:59:36', 449_976],
  ['0:05:01.2', 301.2],
  ['09:58', 598],
  ['00:56.78', 56.78],
  ['76.2s', 76.2],
  ['7.75h', 27_900],
  ['13min', 780],
  ['2345ms', 2.345],
  ['12.345', 12.345],
  [' 3s ', 3],
])('“%s” is %f seconds', (written, seconds) => {
  expect(parseClock(written)).toBeCloseTo(seconds, 6);
});

test.each(['', 'soon', '1:2:3', '1:60', '00:61', '-3s', '3 s', '1e3', '00:00:00:00', 'npt=3s'])(
  '“%s” is no clock value',
  (written) => {
    expect(parseClock(written)).toBeUndefined();
  },
);

test('seconds are shown as people write them, and read back', () => {
  expect([0, 5, 61.5, 3723.004, 59.9996].map(showSeconds)).toEqual(['0:00:00', '0:00:05', '0:01:01.5', '1:02:03.004', '0:01:00']); // prettier-ignore
});
