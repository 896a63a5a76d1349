import { describe, expect, test } from 'vitest';
import { wordEnglish } from '../../../pipeline/narration/english/word-english.ts';
import { englishJudge } from '../../../pipeline/speech/recogniser/judge-hearing.ts';
import { soundDistance } from '../../../pipeline/speech/recogniser/sound-distance.ts';

const judge = await englishJudge(wordEnglish);

describe('an author is not told of', () => {
  test.each([
    ['what was heard as it was said', 'He came at noon.', 'He came at noon.'],
    ['a name that is spelled by ear', 'Tourists met Doctor Bergman in Hamden.', 'Taurists met Dr. Burgmann in Hampden.'],
    ['a swallowed sound', 'The attacks shocked the world.', 'The attacks shock the world.'],
    ['a word that runs into the next', 'The F sixteen flew low.', 'The F-16 Fluolo.'],
    ['a short word alone, of which it makes anything', 'Who', 'Till,'],
    ['an article that is not heard', 'He met the man at the gate.', 'He met man at the gate.'],
  ])('%s', (_, said, heard) => {
    expect(judge(said, heard).suspect).toBe(false);
  }); // prettier-ignore
});

describe('an author is told of', () => {
  test.each([
    ['a dropped word', 'The sum is not hard, she said.', 'The sum is hard, she said.'],
    ['a dropped ending', 'He left the town in the morning on foot.', 'He left the town.'],
    ['an added word', 'He left the town.', 'He hardly left the town.'],
    ['another number', 'It cost eleven dollars.', 'It cost $7.'],
    ['words said twice', 'There was silence.', 'There was silence. There was silence.'],
    ['another word alone', 'Notes', 'Credits.'],
    ['nothing heard at all', 'There was silence.', ''],
  ])('%s', (_, said, heard) => {
    expect(judge(said, heard).suspect).toBe(true);
  });
});

test('sounds are counted without stress, length and punctuation', () => {
  expect(soundDistance('ˈiːzi, “tˈɔk”', 'izitɔk')).toEqual({ sounds: 0, share: 0 });
  expect(soundDistance('kæt', 'kæts')).toEqual({ sounds: 1, share: 0.25 });
  expect(soundDistance('', 'kæt')).toEqual({ sounds: 3, share: 1 });
  expect(soundDistance('', '')).toEqual({ sounds: 0, share: 0 });
});
