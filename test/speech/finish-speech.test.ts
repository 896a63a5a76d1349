import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Speech } from '../../pipeline/speech/engine.ts';
import { fadeSeconds, marginsSeconds } from '../../pipeline/phrasing.ts';
import { finishSpeech } from '../../pipeline/speech/finish-speech.ts';
import { toPcm, toSamples } from '../../pipeline/speech/pcm.ts';
import { soundRange } from '../../pipeline/speech/sound-range.ts';

const sampleRate = 16_000;
const speech = (samples: Int16Array, words: Speech['words'] = []): Speech => ({
  pcm: toPcm(samples),
  sampleRate,
  words,
});

/** Silence, then noise of some level, then silence. */
function burst(before: number, sound: number, after: number, level = 9000): Int16Array {
  const samples = new Int16Array(before + sound + after);
  let noise = 12345;
  for (let index = before; index < before + sound; index += 1) {
    noise = (noise * 1103515245 + 12345) & 0x7fffffff;
    samples[index] = ((noise >> 8) % (2 * level)) - level;
  }
  return samples;
}

const bursts = fc
  .tuple(
    fc.nat(4000),
    fc.integer({ min: 400, max: 8000 }),
    fc.nat(4000),
    fc.integer({ min: 500, max: 30_000 }),
  )
  .map(([before, sound, after, level]) => burst(before, sound, after, level));

describe('finished speech', () => {
  test('keeps 15 ms before the sound and 40 ms after it', () => {
    // On the borders of 5 ms frames, so that they count exactly.
    const finished = finishSpeech(speech(burst(4000, 8000, 6400)));
    const samples = finished.pcm.byteLength / 2;
    expect(samples).toBe(8000 + (marginsSeconds.before + marginsSeconds.after) * sampleRate);
  });

  test('is as long as the sound and its margins, where there is so much silence', () => {
    fc.assert(
      fc.property(bursts, (samples) => {
        const sound = soundRange(samples, sampleRate);
        if (sound === undefined) throw new Error('no sound');
        const begin = Math.max(0, sound.begin - marginsSeconds.before * sampleRate);
        const end = Math.min(samples.length, sound.end + marginsSeconds.after * sampleRate);
        expect(finishSpeech(speech(samples)).pcm.byteLength / 2).toBe(end - begin);
      }),
    );
  });

  test('changes no sample between its fades', () => {
    fc.assert(
      fc.property(bursts, (samples) => {
        const sound = soundRange(samples, sampleRate);
        const begin = Math.max(0, (sound?.begin ?? 0) - marginsSeconds.before * sampleRate);
        const finished = toSamples(finishSpeech(speech(samples)).pcm);
        const fade = Math.round(fadeSeconds * sampleRate);
        const inner = finished.slice(fade, finished.length - fade);
        expect(inner).toEqual(samples.slice(begin + fade, begin + finished.length - fade));
      }),
    );
  });

  test('begins and ends at silence', () => {
    fc.assert(
      fc.property(bursts, (samples) => {
        const finished = toSamples(finishSpeech(speech(samples)).pcm);
        expect([finished[0], finished.at(-1)]).toEqual([0, 0]);
      }),
    );
  });

  test('moves its words along and keeps them inside, in order and as far apart as they were', () => {
    const times = fc.uniqueArray(fc.nat(16_000), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(bursts, times, (samples, found) => {
        const edges = found.filter((time) => time <= samples.length).sort((a, b) => a - b);
        const words = edges
          .slice(1)
          .map((endSample, index) => ({ text: 'w', beginSample: edges[index] ?? 0, endSample }));
        const { words: moved, pcm } = finishSpeech(speech(samples, words));
        const length = pcm.byteLength / 2;
        expect(moved.length).toBe(words.length);
        moved.forEach(({ beginSample, endSample }, index) => {
          expect(beginSample).toBeGreaterThanOrEqual(moved[index - 1]?.endSample ?? 0);
          expect(endSample).toBeGreaterThanOrEqual(beginSample);
          expect(endSample).toBeLessThanOrEqual(length);
          const before = words[index];
          if (beginSample > 0 && endSample < length)
            expect(endSample - beginSample).toBe((before?.endSample ?? 0) - (before?.beginSample ?? 0));
        });
      }),
    );
  });

  test('keeps a soft onset 35 dB below the vowel that it opens', () => {
    const samples = new Int16Array(20_000);
    samples.set(burst(0, 2400, 0, 160), 3200);
    samples.set(burst(0, 4800, 0, 9000), 5600);
    expect(soundRange(samples, sampleRate)).toEqual({ begin: 3200, end: 10_400 });
  });

  test('does not take a murmur 42 dB below the speech, and parted from it, for speech', () => {
    const samples = new Int16Array(20_000);
    samples.set(burst(0, 800, 0, 70), 3200);
    samples.set(burst(0, 4800, 0, 9000), 5600);
    expect(soundRange(samples, sampleRate)?.begin).toBe(5600);
    // Where nothing parts them, it is how the sound begins.
    samples.set(burst(0, 2400, 0, 70), 3200);
    expect(soundRange(samples, sampleRate)?.begin).toBe(3200);
  });

  test('does not take steady noise for speech', () => {
    const samples = burst(0, 20_000, 0, 30);
    samples.set(burst(0, 8000, 0, 9000), 6000);
    const sound = soundRange(samples, sampleRate);
    expect(sound).toEqual({ begin: 6000, end: 14_000 });
  });

  test('does not take a click for speech', () => {
    const samples = burst(8000, 8000, 4000);
    samples[2000] = 9000;
    expect(soundRange(samples, sampleRate)?.begin).toBe(8000);
  });

  test('leaves speech without any sound as it is', () => {
    const silent = speech(new Int16Array(500));
    expect(finishSpeech(silent)).toEqual(silent);
    expect(finishSpeech(speech(new Int16Array(0)))).toEqual(speech(new Int16Array(0)));
  });

  test('works on any samples at all', () => {
    fc.assert(
      fc.property(fc.int16Array({ maxLength: 2000 }), (samples) => {
        expect(finishSpeech(speech(samples)).pcm.byteLength).toBeLessThanOrEqual(samples.byteLength);
      }),
    );
  });
});
