import { describe, expect, test } from 'vitest';
import type { SpeechEngine, Voice } from '../../pipeline/speech/engine.ts';
import { openEngines } from '../../pipeline/speech/open-engines.ts';
import { createSpeechTools } from '../../pipeline/speech/tools.ts';
import { UnknownVoiceError } from '../../pipeline/speech/unknown-voice.ts';
import { findVoice, speaks } from '../../pipeline/speech/voices.ts';
import { createToneEngine, toneVoice } from './tone-engine.ts';

const voice = (engine: string, name: string): Voice => ({
  ...toneVoice,
  id: `${engine}/${name}`,
  engine,
  name,
});

describe('a voice', () => {
  test.each([
    [['en-US'], 'en-GB', true],
    [['en-US'], 'EN', true],
    [['en'], 'en-Latn-GB', true],
    [['de', 'en'], 'en', true],
    [['en-US'], 'de', false],
    [['en'], 'eng', false],
    [['fil'], 'fi', false],
  ])('of %j speaks %s: %s', (languages, language, does) => {
    expect(speaks({ ...toneVoice, languages }, language)).toBe(does);
  });

  const some = [voice('flite', 'rms'), voice('flite', 'slt'), voice('say', 'Samantha'), voice('say', 'slt')];

  test.each([
    ['flite/slt', 'flite/slt'],
    ['say/slt', 'say/slt'],
    ['rms', 'flite/rms'],
    ['samantha', 'say/Samantha'],
  ])('%s is %s', (wanted, id) => {
    expect(findVoice(wanted, some).id).toBe(id);
  });

  test('that two engines have is asked for by its id', () => {
    expect(() => findVoice('slt', some)).toThrow('More than one voice is called "slt": flite/slt, say/slt.');
  });

  test('that nobody has is refused with what there is', () => {
    const refusal = (): Voice => findVoice('nobody', some);
    expect(refusal).toThrow(UnknownVoiceError);
    expect(refusal).toThrow('There is no voice "nobody" here; lectern voices lists those that there are.');
  });
});

const nothingInstalled = {
  jobs: 1,
  files: () => Promise.resolve(undefined),
  install: () => Promise.resolve(),
  downloadBytes: () => Promise.resolve(1),
  espeak: () => Promise.resolve(undefined),
};

describe('the speech tools', () => {
  test('list every voice, the default first, on every platform', async () => {
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd'] as const) {
      const tools = createSpeechTools(openEngines(nothingInstalled, platform));
      const voices = await tools.voices();
      expect(voices[0]).toMatchObject({ id: 'kokoro/af_heart', needs: { installed: false } });
      expect((await tools.voice()).id).toBe('kokoro/af_heart');
      expect((await tools.voice('draft')).id).toBe('flite/rms');
      await tools.dispose();
    }
  });

  test('find the engine of a voice by its id', () => {
    const engine = createToneEngine();
    const tools = createSpeechTools([engine]);
    expect(tools.engineOf('tone/plain')).toBe(engine);
    expect(() => tools.engineOf('nobody/plain')).toThrow('No engine has the voice nobody/plain.');
  });

  test('have no phonemes of a voice that takes text', async () => {
    await expect(createSpeechTools([createToneEngine()]).pronouncer('tone/plain', 'en')).rejects.toThrow(
      'cannot pronounce',
    );
  });

  test('refuse a voice that is not there', async () => {
    const tools = createSpeechTools([createToneEngine()]);
    await expect(tools.voice('tone/other')).rejects.toThrow(UnknownVoiceError);
  });

  test('do not ask other engines for a voice whose id names its own', async () => {
    const other: SpeechEngine = {
      ...createToneEngine(),
      name: 'slow',
      voices: () => Promise.reject(new Error('asked')),
    };
    const tools = createSpeechTools([other, createToneEngine()]);
    expect((await tools.voice('tone/plain')).id).toBe('tone/plain');
  });
});
