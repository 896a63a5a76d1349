import { expect, test } from 'vitest';
import { segmentsOf } from '../../pipeline/audio/segments.ts';

const clip = (utterance: string, beginSample: number, endSample: number, target?: string) => ({
  utterance,
  ...(target !== undefined && { target }),
  beginSample,
  endSample,
  words: [],
});

test('what has no element is heard with the element after it, and silence with the element before', () => {
  const clips = [
    clip('u1', 0, 100, 'heading'),
    clip('u2', 150, 200), // "Figure."
    clip('u3', 220, 300, 'picture'),
    clip('u4', 340, 400, 'caption'),
  ];
  expect(segmentsOf({ samples: 450, clips })).toEqual([
    { target: 'heading', utterance: 'u1', beginSample: 0, endSample: 150 },
    { target: 'picture', utterance: 'u3', beginSample: 150, endSample: 340 },
    { target: 'caption', utterance: 'u4', beginSample: 340, endSample: 450 },
  ]);
});

test('at the end of a chapter it is heard with the element before, and alone it is no segment', () => {
  expect(segmentsOf({ samples: 90, clips: [clip('u1', 0, 30, 'a'), clip('u2', 40, 80)] })).toEqual([
    { target: 'a', utterance: 'u1', beginSample: 0, endSample: 90 },
  ]);
  expect(segmentsOf({ samples: 90, clips: [clip('u1', 0, 80)] })).toEqual([]);
});

test('an element that is voiced in two places is refused', () => {
  const clips = [clip('u1', 0, 10, 'a'), clip('u2', 10, 20, 'b'), clip('u3', 20, 30, 'a')];
  expect(() => segmentsOf({ samples: 30, clips })).toThrow('The element a is voiced in two places.');
});
