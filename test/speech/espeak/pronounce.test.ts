import { beforeAll, describe, expect, test } from 'vitest';
import type { SpokenWord } from '../../../pipeline/narration/spoken-word.ts';
import { findEspeak, type Espeak } from '../../../pipeline/speech/espeak/find.ts';
import { createEspeakPronouncer, innerSpace } from '../../../pipeline/speech/espeak/pronounce.ts';
import { toKokoro } from '../../../pipeline/speech/espeak/to-kokoro.ts';

const here = await findEspeak();
const go = new AbortController().signal;
const words = (text: string): SpokenWord[] =>
  text.split(' ').map((word, index) => ({ text: word, begin: index, end: index + 1 }));

test('in CI espeak-ng is here', () => {
  if (process.env['CI'] === 'true') expect(here).toBeDefined();
});

test('a program that is not there is not found', async () => {
  expect(await findEspeak('no-such-program-espeak')).toBeUndefined();
});

test.each([
  ['t^sˈa^ɪtɡˌa^ɪst', 'ʦˈItɡˌIst'],
  ['bɔ̃ʒˈuʁ', 'bɔ̃ʒˈuʁ'],
  ['lə-', 'lə'],
  ['(en)wˈiːkɛnd(fr)', 'wˈiːkɛnd'],
  ['gˈato', 'ɡˈato'],
])('%s is %s in Kokoro’s signs', (ipa, kokoro) => {
  expect(toKokoro(ipa)).toBe(kokoro.normalize('NFD'));
});

describe.skipIf(here === undefined)('espeak-ng', () => {
  let french: ReturnType<typeof createEspeakPronouncer>;
  beforeAll(() => {
    french = createEspeakPronouncer(here as Espeak, 'fr');
  });

  test('gives each word its phonemes, with the signs that are heard', async () => {
    const sounds = await french.pronounce(words('“Bonjour, le train!”'), go);
    expect(sounds).toHaveLength(3);
    expect(sounds[0]?.phonemes).toMatch(/^“b.*ʒ.*,$/u);
    expect(sounds[2]?.phonemes).toMatch(/!”$/u);
    expect(sounds.every(({ source }) => source === 'dictionary')).toBe(true);
  });

  test('says a number that is several words as one, whose words are parted inside', async () => {
    const sounds = await french.pronounce(words('en 1914 déjà'), go);
    expect(sounds).toHaveLength(3);
    expect(sounds[1]?.phonemes.split(innerSpace).length).toBeGreaterThan(2);
    expect(sounds.every(({ phonemes }) => !/\s/u.test(phonemes))).toBe(true);
  });

  test('gives way to the author’s phonemes', async () => {
    const [sound] = await french.pronounce([{ text: 'Lyon.', begin: 0, end: 5, ipa: 'ljɔ̃' }], go);
    expect(sound).toEqual({ phonemes: `${'ljɔ̃'.normalize('NFD')}.`, source: 'author' });
  });

  test.each(['--help', '-f /etc/hostname', '[[kat]]', '$(touch x)', '<audio src="x"/>'])(
    'takes %j for a text',
    async (text) => {
      const sounds = await french.pronounce(words(text), go);
      expect(sounds).toHaveLength(text.split(' ').length);
      expect(sounds.some(({ phonemes }) => phonemes !== '')).toBe(true);
    },
  );

  test('stops when it is aborted', async () => {
    await expect(french.pronounce(words('jamais'), AbortSignal.abort(new Error('enough')))).rejects.toThrow(
      'enough',
    );
  });
});
