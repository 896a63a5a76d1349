import { expect, test } from 'vitest';
import type { Speech } from '../../pipeline/speech/engine.ts';
import { faultsOf } from '../../pipeline/speech/inspect-speech.ts';
import { toPcm } from '../../pipeline/speech/pcm.ts';

const sampleRate = 16_000;

/** A tone where `loud` says so, in stretches of a tenth of a second, with a word for each tone between silences. */
function speech(loud: string, amplitude = 8000): Speech {
  const tenth = sampleRate / 10;
  const samples = Int16Array.from({ length: loud.length * tenth }, (_, index) =>
    loud[Math.floor(index / tenth)] === '#'
      ? Math.max(-32_767, Math.min(32_767, Math.round(amplitude * Math.sin(index / 5))))
      : 0,
  );
  const words = [...loud.matchAll(/#+/g)].map(({ 0: run, index }) => ({
    text: 'word',
    beginSample: index * tenth,
    endSample: (index + run.length) * tenth,
  }));
  return { pcm: toPcm(samples), sampleRate, words };
}
const request = (text: string) => ({ text, language: 'en', voice: 'tone/plain' });
const sentence = request('The quick brown fox jumps over it.');

test('speech at an ordinary rate has no fault', () => {
  expect(faultsOf(speech('.##.#####.####.###.'), sentence)).toEqual([]);
});

test.each([
  ['nothing at all', speech('..........'), ['it is silent']],
  ['a sentence in a blink', speech('.##.'), ['it is too short for its words']],
  ['a sentence that takes ages', speech('#'.repeat(200)), ['it is too long for its words']],
  ['full scale for long', speech('.##.#####.####.###.', 400_000), ['it is clipped']],
  ['a gap of two seconds', speech(`.####.${'.'.repeat(20)}.#####.###`), ['there is a long silence in it']],
])('%s is a fault, and the only one', (_, sound, faults) => {
  expect(faultsOf(sound, sentence)).toEqual(faults);
});

test('a word at either end without sound is a fault', () => {
  const sound = speech('####.####.####.####.');
  const last = sound.words.at(-1);
  const silent = { text: 'word', beginSample: sound.pcm.length / 2 - 800, endSample: sound.pcm.length / 2 };
  expect(faultsOf({ ...sound, words: [...sound.words, silent] }, sentence)).toEqual([
    'its last word cannot be heard',
  ]);
  expect(last).toBeDefined();
});

test('phonemes count where the voice takes them, and a slower tempo is no fault', () => {
  const phonemes = 'ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˈOvəɹ ɪt.';
  expect(faultsOf(speech('.##.#####.####.###.'), { ...sentence, phonemes })).toEqual([]);
  const slow = speech(`.${'#'.repeat(80)}.`);
  expect(faultsOf(slow, { ...sentence, phonemes })).toEqual(['it is too long for its words']);
  expect(faultsOf(slow, { ...sentence, phonemes, tempo: 0.5 })).toEqual([]);
});

test('a word alone has too few sounds to judge its rate', () => {
  expect(faultsOf(speech('.#########.'), request('A'))).toEqual([]);
});
