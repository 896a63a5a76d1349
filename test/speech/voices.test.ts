import { describe, expect, test } from 'vitest';
import type { SpeechEngine, Voice } from '../../pipeline/speech/engine.ts';
import { createSpeechTools, openEngines } from '../../pipeline/speech/tools.ts';
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
    expect(refusal).toThrow(
      'There is no voice "nobody" here. There are: flite/rms, flite/slt, say/Samantha, say/slt.',
    );
  });
});

describe('the speech tools', () => {
  test('list every voice, the default first, on every platform', async () => {
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd'] as const) {
      const tools = createSpeechTools({ jobs: 1, engines: openEngines(1, platform) });
      expect((await tools.voices())[0]?.id).toBe('flite/rms');
      expect((await tools.voice()).voice.id).toBe('flite/rms');
      await tools.dispose();
    }
  });

  test('give a voice with its engine and an identity that tells both', async () => {
    const engine = createToneEngine({ identity: 'second' });
    const tools = createSpeechTools({ jobs: 1, engines: [engine] });
    const tool = await tools.voice('plain');
    expect(tool.engine).toBe(engine);
    expect(tool.identity).toEqual({
      voice: 'tone/plain',
      engine: { engine: 'tone', voice: 'plain', is: 'second' },
    });
  });

  test('refuse a voice that is not there', async () => {
    const tools = createSpeechTools({ jobs: 1, engines: [createToneEngine()] });
    await expect(tools.voice('tone/other')).rejects.toThrow(UnknownVoiceError);
  });

  test('do not ask other engines for a voice whose id names its own', async () => {
    const other: SpeechEngine = {
      ...createToneEngine(),
      name: 'slow',
      voices: () => Promise.reject(new Error('asked')),
    };
    const tools = createSpeechTools({ jobs: 1, engines: [other, createToneEngine()] });
    expect((await tools.voice('tone/plain')).voice.id).toBe('tone/plain');
  });
});
