import { expect, test } from 'vitest';
import type { WordedScript } from '../../pipeline/narration/word-chapter.ts';
import { estimateSeconds } from '../../pipeline/narration/estimate-seconds.ts';

const said = (text: string, language = 'en', pauseSeconds = 2): WordedScript => ({
  chapters: [
    {
      id: 'c',
      title: 'C',
      utterances: [
        {
          id: 'u',
          role: 'text',
          text,
          language,
          pauseSeconds,
          parts: [{ language, text, at: [] }],
        } as const,
      ],
    },
  ],
});

// Letters, pauses and seconds of what was spoken: the guide and the article in content/, the last by Kokoro.
test.each([
  ['flite', 18_137, 338, 1633],
  ['flite', 9365, 103, 742],
  ['Kokoro', 9365, 103, 654],
])('what %s spoke is estimated within a seventh (%i letters)', (_, letters, pauses, seconds) => {
  const estimated = estimateSeconds(said('a'.repeat(letters), 'en', pauses));
  expect(Math.abs(estimated / seconds - 1)).toBeLessThan(1 / 7);
});

test('pauses count as they are, letters and syllables by how fast they are said', () => {
  expect(estimateSeconds(said('a'.repeat(150)))).toBeCloseTo(12);
  expect(estimateSeconds(said('語'.repeat(50), 'ja'))).toBeCloseTo(12);
  expect(estimateSeconds({ chapters: [] })).toBe(0);
});
