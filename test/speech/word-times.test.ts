import { expect, test } from 'vitest';
import { pausesAfter, pauseWithinPhrase } from '../../pipeline/phrasing.ts';
import { joinSpeech } from '../../pipeline/speech/join-speech.ts';
import { pauseAfter } from '../../pipeline/speech/pause-after.ts';
import { wordTimes } from '../../pipeline/speech/word-times.ts';

test('every word has its times, in order', () => {
  const heard = [
    { text: 'one', beginSample: 10, endSample: 20 },
    { text: 'two', beginSample: 25, endSample: 40 },
  ];
  expect(wordTimes(['one', 'two'], heard)).toEqual([10, 20, 25, 40]);
});

test('a word that was left out has no length and lies after the one before it', () => {
  const heard = [
    { text: 'one', beginSample: 10, endSample: 20 },
    { text: 'two', beginSample: 25, endSample: 40 },
  ];
  expect(wordTimes(['漢', 'one', '字', 'two', '字'], heard)).toEqual([0, 0, 10, 20, 20, 20, 25, 40, 40, 40]);
});

test('the silence after a piece goes by its last sign, whatever closes behind it', () => {
  expect(pauseAfter('he said,')).toBe(pausesAfter[',']);
  expect(pauseAfter('“Why?”')).toBe(pausesAfter['?']);
  expect(pauseAfter('noon—')).toBe(pausesAfter['—']);
  expect(pauseAfter('the')).toBe(pauseWithinPhrase);
});

test('pieces are joined with their silences between, and words move along', () => {
  const piece = (text: string, samples: number, pauseSeconds: number) => ({
    speech: {
      pcm: new Uint8Array(samples * 2),
      sampleRate: 1000,
      words: [{ text, beginSample: 1, endSample: samples }],
    },
    pauseSeconds,
  });
  const joined = joinSpeech([piece('a', 100, 0.1), piece('b', 50, 9)]);
  expect(joined.pcm.byteLength / 2).toBe(250);
  expect(joined.words).toEqual([
    { text: 'a', beginSample: 1, endSample: 100 },
    { text: 'b', beginSample: 201, endSample: 250 },
  ]);
});
