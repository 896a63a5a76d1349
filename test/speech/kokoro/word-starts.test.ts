import { afterAll, expect, test } from 'vitest';
import { toSamples } from '../../../pipeline/speech/pcm.ts';
import { onsetsOf } from './onsets.ts';
import { openKokoro, speakEnglish } from './speak-kokoro.ts';

const engine = openKokoro();
afterAll(() => engine.dispose());

// Commas and stops give the silences. Some words begin hard and some softly, as words do.
const passage = [
  'The ferry left at dawn, and nobody waved.',
  'Gulls followed us for a mile; then the fog came down.',
  'Below deck, a child was counting aloud.',
  'Tea was poured, bread was cut, and stories were told.',
  'By noon, however, the wind had turned.',
  'Captain Doyle, a careful man, shortened sail.',
  'Rain drummed on the hatches. Pumps were manned.',
  'When it cleared, we saw the island at last.',
  'Dogs barked, bells rang, and people ran to the pier.',
  'My uncle, who hated boats, was first ashore.',
  'Nothing had changed: the same shop, the same old sign.',
  'Goats wandered between houses. Peat smoke hung in the air.',
  'Later, by the fire, we talked about the crossing.',
  'Kate laughed, but her hands were shaking.',
];

test.each(['kokoro/af_heart', 'kokoro/bm_george'])(
  '%s: a word after a silence begins where its sound does',
  async (voice) => {
    const distances: number[] = [];
    for (const sentence of passage) {
      const { speech } = await speakEnglish(engine, voice, sentence);
      const onsets = onsetsOf(toSamples(speech.pcm), speech.sampleRate);
      const firsts = speech.words.filter((_, index) =>
        /^$|[,;:.]$/.test(speech.words[index - 1]?.text ?? ''),
      );
      for (const { beginSample } of firsts) {
        const [nearest = Number.POSITIVE_INFINITY] = onsets
          .map((onset) => ((beginSample - onset) / speech.sampleRate) * 1000)
          .sort((a, b) => Math.abs(a) - Math.abs(b));
        // A comma without a silence has no onset of its own: the next is words away, and says nothing of this word.
        if (Math.abs(nearest) < 250) distances.push(nearest);
      }
    }
    const sorted = distances.map(Math.abs).sort((a, b) => a - b);
    expect(sorted.length).toBeGreaterThanOrEqual(25);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(30);
    expect(sorted.at(-1)).toBeLessThanOrEqual(120);
  },
);
