import { describe, expect, test } from 'vitest';
import { castBook, wantedParts } from '../../pipeline/graph/casting.ts';
import type { WordedScript } from '../../pipeline/narration/word-chapter.ts';
import { ProblemDesk } from '../../pipeline/problem-desk.ts';
import { AuthorProblemsError, type Problem } from '../../pipeline/problem.ts';
import type { SpeechEngine, Voice } from '../../pipeline/speech/engine.ts';
import type { Publication } from '../../pipeline/source/publication.ts';
import { createSpeechTools } from '../../pipeline/speech/tools.ts';
import { createToneEngine, toneVoice } from '../speech/tone-engine.ts';

/** An engine of tones whose voices are named by their languages: `one/fr-FR`. */
function engineOf(name: string, languages: readonly string[], phonemes = false): SpeechEngine {
  const voices = languages.map((language): Voice => ({
    ...toneVoice,
    id: `${name}/${language}`,
    engine: name,
    name: language,
    languages: [language],
  }));
  return {
    ...createToneEngine(),
    name,
    voices: () => Promise.resolve(voices),
    ...(phonemes && {
      pronouncer: (_: Voice, language: string) =>
        Promise.resolve({ identity: { rules: language }, pronounce: () => Promise.resolve([]) }),
    }),
  };
}

const script = (
  ...parts: readonly { readonly language: string; readonly voice?: string }[]
): WordedScript => ({
  chapters: [
    {
      id: 'c',
      title: 'C',
      utterances: [
        {
          id: 'u',
          role: 'text',
          text: 'x',
          language: 'en',
          pauseSeconds: 0,
          parts: parts.map((part) => ({ ...part, text: `word in ${part.language}`, at: [] })),
        },
      ],
    },
  ],
});

async function cast(
  engines: readonly SpeechEngine[],
  wanted: WordedScript,
  { language = 'en', voice = 'one/en-US' }: { readonly language?: string; readonly voice?: string } = {},
) {
  const told: Problem[] = [];
  const desk = new ProblemDesk('book', new Set(), (event) => {
    if (event.type === 'problem') told.push(event.problem);
  });
  const publication = {
    metadataFile: 'publication.yaml',
    metadata: { language },
    settings: { narration: {} },
  } as unknown as Publication;
  const result = await castBook(createSpeechTools(engines), voice, publication, wantedParts(wanted), desk);
  return { ...result, told: told.map(({ code, severity }) => `${severity} ${code}`) };
}

const one = engineOf('one', ['en-US', 'fr-FR'], true);
const other = engineOf('other', ['de', 'en-GB', 'fr-FR']);

describe('a book is cast', () => {
  test('with its narrator for all that the narrator speaks, in any region', async () => {
    const { roles, voices, told } = await cast(
      [one, other],
      script({ language: 'en' }, { language: 'en-GB' }),
    );
    expect(roles).toEqual([
      { language: 'en', voice: 'one/en-US', tempo: false, pronouncer: '{"rules":"en"}' },
      { language: 'en-GB', voice: 'one/en-US', tempo: false, pronouncer: '{"rules":"en-GB"}' },
    ]);
    expect(voices.map(({ id }) => id)).toEqual(['one/en-US']);
    expect(told).toEqual([]);
  });

  test('with another voice for another language, of the narrator’s engine where that has one', async () => {
    const { roles, told } = await cast([other, one], script({ language: 'de' }, { language: 'fr' }));
    expect(roles.map(({ language, voice }) => [language, voice])).toEqual([
      ['de', 'other/de'],
      ['fr', 'one/fr-FR'],
    ]);
    // A voice that takes text has no phonemes.
    expect(roles[0]).not.toHaveProperty('pronouncer');
    expect(told).toEqual([]);
  });

  test('with the voice that the author names, though not for a language that it lacks', async () => {
    const { roles, voices } = await cast(
      [one, other],
      script({ language: 'en' }, { language: 'en', voice: 'en-GB' }, { language: 'fr', voice: 'en-GB' }),
    );
    expect(roles.map(({ voice }) => voice)).toEqual(['one/en-US', 'other/en-GB', 'other/fr-FR']);
    expect(voices.map(({ id }) => id)).toEqual(['one/en-US', 'other/en-GB', 'other/fr-FR']);
  });

  test('with the narrator for a language that nobody has, which is told once, and no others', async () => {
    const { roles, told } = await cast([one], script({ language: 'ru' }, { language: 'ru', voice: 'en-US' }));
    expect(roles.map(({ voice }) => voice)).toEqual(['one/en-US', 'one/en-US']);
    expect(told).toEqual(['warning passage-language-not-spoken']);
  });

  test('with the narrator for a voice that does not exist, which is told, and no others', async () => {
    const { roles, told } = await cast([one], script({ language: 'en', voice: 'Stentor' }));
    expect(roles.map(({ voice, wanted }) => [voice, wanted])).toEqual([['one/en-US', 'Stentor']]);
    expect(told).toEqual(['warning voice-unknown']);
  });
});

test('a book in a language that its narrator lacks is refused', async () => {
  await expect(cast([one], script({ language: 'ru' }), { language: 'ru' })).rejects.toThrow(
    AuthorProblemsError,
  );
});
