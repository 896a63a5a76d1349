import { afterAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../../../pipeline/speech/inspect-speech.ts';
import { toSamples } from '../../../pipeline/speech/pcm.ts';
import { openKokoro, speakEnglish } from './speak-kokoro.ts';

const engine = openKokoro();
afterAll(() => engine.dispose());

const headings = ['Notes', 'A', '1914', 'II', 'Part Two', 'Chapter IV'];

describe.each(['kokoro/af_heart', 'kokoro/am_michael', 'kokoro/bm_george'])(
  '%s says a heading of',
  (voice) => {
    test.each(headings)('%s whole, at a sensible rate', async (heading) => {
      const { request, speech } = await speakEnglish(engine, voice, heading);
      expect(faultsOf(speech, request)).toEqual([]);
      expect(speech.words.map(({ text }) => text)).toEqual(request.text.split(' '));

      const samples = toSamples(speech.pcm);
      const loudest = peak(samples);
      expect(loudest).toBeGreaterThan(2000);
      // Nothing was cut: before and after it there is silence.
      const edge = speech.sampleRate / 100;
      expect(peak(samples.subarray(0, edge))).toBeLessThan(loudest / 50);
      expect(peak(samples.subarray(-edge))).toBeLessThan(loudest / 50);

      const sounds = request.phonemes?.match(/(?![ˈˌː])\p{L}/gu)?.length ?? 0;
      const seconds =
        ((speech.words.at(-1)?.endSample ?? 0) - (speech.words[0]?.beginSample ?? 0)) / speech.sampleRate;
      expect(seconds / sounds).toBeGreaterThan(0.04);
      expect(seconds / sounds).toBeLessThan(0.5);

      let reached = 0;
      for (const { beginSample, endSample } of speech.words) {
        expect(beginSample).toBeGreaterThanOrEqual(reached);
        expect(endSample).toBeGreaterThan(beginSample);
        reached = endSample;
      }
      expect(reached).toBeLessThanOrEqual(samples.length);
    });
  },
);

function peak(samples: Int16Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}
