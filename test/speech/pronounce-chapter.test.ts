import { describe, expect, test } from 'vitest';
import type { Part } from '../../pipeline/narration/part.ts';
import { pausesAfter, pauseWithinPhrase } from '../../pipeline/phrasing.ts';
import type { PronouncedWord, SpeechEngine } from '../../pipeline/speech/engine.ts';
import {
  pronounceChapter,
  pronouncedChapterSchema,
  type Role,
  type ToPronounce,
} from '../../pipeline/speech/pronounce-chapter.ts';
import { createSpeechTools } from '../../pipeline/speech/tools.ts';
import { createToneEngine } from './tone-engine.ts';

/** Says letters backwards; words with a "q" are guessed. */
const backwards: SpeechEngine = {
  ...createToneEngine(),
  pronouncer: () =>
    Promise.resolve({
      identity: 'backwards',
      pronounce: (words) =>
        Promise.resolve(
          words.map(({ text, ipa }): PronouncedWord => ({
            phonemes: ipa ?? Array.from(text).reverse().join(''),
            source: text.toLowerCase().includes('q') ? 'guessed' : 'dictionary',
          })),
        ),
    }),
};
const role: Role = { language: 'en', voice: 'tone/plain', tempo: true, pronouncer: 'backwards' };

function part(text: string, more: Partial<Part> = {}): Part {
  return { language: 'en', text, at: text.split(' ').flatMap((_, index) => [index, index + 1]), ...more };
}

function pronounce(parts: readonly Part[], { cast = [role], tempo = 1 } = {}) {
  const utterances: ToPronounce[] = [{ id: 'u', tempo, parts }];
  return pronounceChapter.run(
    { utterances, cast },
    {
      signal: new AbortController().signal,
      tools: { speech: createSpeechTools([backwards]) },
      blobs: undefined as never,
      progress: () => undefined,
    },
  );
}

describe('an utterance', () => {
  test('has the phonemes of each of its words, and what each voices', async () => {
    const chapter = await pronounce([part('one two.')]);
    expect(pronouncedChapterSchema.parse(chapter)).toEqual(chapter);
    expect(chapter.utterances[0]?.lines).toEqual([
      {
        line: { voice: 'tone/plain', language: 'en', text: 'one two.', phonemes: 'eno .owt' },
        at: [0, 1, 1, 2],
        pauseSeconds: pausesAfter['.'],
      },
    ]);
  });

  test('has no phonemes where its voice takes text', async () => {
    const cast: Role[] = [{ language: 'en', voice: 'tone/plain', tempo: false }];
    const { utterances } = await pronounce([part('one')], { cast, tempo: 0.9 });
    expect(utterances[0]?.lines[0]?.line).toEqual({ voice: 'tone/plain', language: 'en', text: 'one' });
  });

  test('has a tempo where its voice heeds one', async () => {
    const { utterances } = await pronounce([part('one')], { tempo: 0.9 });
    expect(utterances[0]?.lines[0]?.line.tempo).toBe(0.9);
  });

  test('rests between its parts as its signs and its author say', async () => {
    const { utterances } = await pronounce([
      part('one,', { pauseSeconds: 2 }),
      part('two'),
      { language: 'en', text: '', at: [], pauseSeconds: 1 },
      part('three'),
    ]);
    expect(utterances[0]?.lines.map(({ pauseSeconds }) => pauseSeconds)).toEqual([2, 1, pauseWithinPhrase]);
  });

  test('gives way to the author’s own phonemes', async () => {
    const { utterances } = await pronounce([part('one two', { ipa: [{ word: 1, ipa: 'tuː' }] })]);
    expect(utterances[0]?.lines[0]?.line.phonemes).toBe('eno tuː');
  });
});

test('guessed words are counted, bare of their signs', async () => {
  const { guessed } = await pronounce([part('“quay, Quay ship')]);
  expect(guessed).toEqual([{ word: 'quay', phonemes: 'yauq', times: 2 }]);
});

test('a part that nobody was cast for is a fault of the program', async () => {
  await expect(pronounce([part('eins', { language: 'de' })])).rejects.toThrow('Nobody was cast for “de”');
});
