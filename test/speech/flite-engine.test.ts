import { afterAll, describe, expect, test } from 'vitest';
import { SpeechError } from '../../pipeline/speech/engine.ts';
import { createFliteEngine } from '../../pipeline/speech/flite/engine.ts';
import { fliteVoices } from '../../pipeline/speech/flite/voices.ts';
import { toSamples } from '../../pipeline/speech/pcm.ts';
import { soundRange } from '../../pipeline/speech/sound-range.ts';
import { describeEngineContract } from './engine-contract.ts';

describeEngineContract('flite', () => createFliteEngine({ jobs: 2 }));

describe('flite', () => {
  const engine = createFliteEngine({ jobs: 2 });
  afterAll(() => engine.dispose());
  const say = (text: string, voice = 'flite/rms') =>
    engine.synthesize({ text, language: 'en', voice }, new AbortController().signal);
  const heard = async (text: string) => (await say(text)).words.map((word) => word.text);

  test.each(fliteVoices)('speaks with $id at its rate', async ({ id, sampleRate }) => {
    const speech = await say('Seven swans swam silently.', id);
    expect(speech.sampleRate).toBe(sampleRate);
    const sound = soundRange(toSamples(speech.pcm), sampleRate);
    const [first, last] = [speech.words[0], speech.words.at(-1)];
    if (sound === undefined || first === undefined || last === undefined)
      throw new Error('Nothing is heard.');
    // What it says of its words is where the sound is.
    expect(Math.abs(first.beginSample - sound.begin) / sampleRate).toBeLessThan(0.08);
    expect(Math.abs(last.endSample - sound.end) / sampleRate).toBeLessThan(0.12);
  });

  test('tells where each word is: silence in the sentence lies between its words', async () => {
    const { words, pcm, sampleRate } = await say('Stop. Now go.');
    const [stop, now] = words;
    if (stop === undefined || now === undefined) throw new Error('Words are missing.');
    const loudest = (begin: number, end: number): number =>
      toSamples(pcm)
        .subarray(begin, end)
        .reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const gap = [stop.endSample + sampleRate * 0.03, now.beginSample - sampleRate * 0.01].map(Math.round);
    expect(now.beginSample - stop.endSample).toBeGreaterThan(sampleRate * 0.05);
    expect(loudest(gap[0] ?? 0, gap[1] ?? 0)).toBeLessThan(loudest(stop.beginSample, stop.endSample) / 5);
  });

  test('reads amounts and abbreviations in full, on the words that are written', async () => {
    expect(await heard('Dr. Lee paid $5 million in 1999, e.g. 20% & more.')).toEqual(
      'Dr. Lee paid $5 million in 1999, e.g. 20% & more.'.split(' '),
    );
    const { words, sampleRate } = await say('It cost $1,234,567 then.');
    const amount = words.find(({ text }) => text === '$1,234,567');
    expect(((amount?.endSample ?? 0) - (amount?.beginSample ?? 0)) / sampleRate).toBeGreaterThan(2);
  });

  test('passes over a foreign word in an English sentence, and leaves it out of the words', async () => {
    expect(await heard('She said Привет to me.')).toEqual(['She', 'said', 'to', 'me.']);
  });

  test.each(['Привет, как дела?', '日本語', 'Это было в 2022 году'])(
    'refuses %j, which it could not say',
    async (text) => {
      const refusal = await say(text).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(SpeechError);
      expect((refusal as SpeechError).message).toContain('cannot say');
      expect((refusal as SpeechError).transient).toBe(false);
    },
  );

  test('says the same in another process', async () => {
    const other = createFliteEngine({ jobs: 1 });
    const request = { text: 'The same again, please.', language: 'en', voice: 'flite/slt' };
    const speech = await other.synthesize(request, new AbortController().signal);
    await other.dispose();
    expect(await say(request.text, request.voice)).toEqual(speech);
  });
});
