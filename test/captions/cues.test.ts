import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../pipeline/captions/columns.ts';
import { LINE_COLUMNS } from '../../pipeline/captions/lines.ts';
import { planCues } from '../../pipeline/captions/plan-cues.ts';
import { spoken, spokenBook, wordsIn } from './spoken.ts';

const sampleRate = 1000;

describe('cues', () => {
  test('a sentence that fits is one cue, in one line or two', () => {
    const { utterances, samples } = spoken([
      ['text', 'The harbour lay still.'],
      ['text', 'Nobody had seen the captain since the evening before last.'],
    ]);
    expect(planCues({ sampleRate, samples, utterances }).map(({ lines }) => lines)).toEqual([
      ['The harbour lay still.'],
      ['Nobody had seen the captain', 'since the evening before last.'],
    ]);
  });

  test('a longer one is broken at its clauses', () => {
    const { utterances, samples } = spoken([
      [
        'text',
        'When the ship came in at last, long after the lamps had been lit along the whole of the quay, nobody was there to meet it.',
      ],
    ]);
    expect(planCues({ sampleRate, samples, utterances }).map(({ lines }) => lines.join(' '))).toEqual([
      'When the ship came in at last,',
      'long after the lamps had been lit along the whole of the quay,',
      'nobody was there to meet it.',
    ]);
  });

  test("an item's number shares a cue with the item", () => {
    const { utterances, samples } = spoken([
      ['label', '1.'],
      ['item', 'A rope.'],
      ['label', '2.'],
      ['item', 'A lamp.'],
    ]);
    expect(planCues({ sampleRate, samples, utterances })[0]?.lines.join(' ')).toMatch(/^1\. A rope\./);
  });

  test('a heading stands alone and long enough to be read', () => {
    const { utterances } = spoken(
      [
        ['heading', 'Notes'],
        ['text', 'The end of the story.'],
      ],
      { pauseSamples: 1500 },
    );
    const [heading] = planCues({ sampleRate, samples: 9000, utterances });
    expect(heading?.lines).toEqual(['Notes']);
    expect((heading?.endSample ?? 0) - (heading?.beginSample ?? 0)).toBeGreaterThanOrEqual(sampleRate);
  });

  test('a script without spaces is broken between its words', () => {
    const { utterances, samples } = spoken(
      [
        [
          'text',
          '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。',
        ],
      ],
      { language: 'ja' },
    );
    const cues = planCues({ sampleRate, samples, utterances });
    expect(cues.length).toBeGreaterThan(1);
    for (const line of cues.flatMap(({ lines }) => lines))
      expect(columnsOf(line)).toBeLessThanOrEqual(LINE_COLUMNS);
    expect(cues.flatMap(({ lines }) => lines).join('')).toBe(utterances[0]?.text);
  });

  test('an address that is longer than a line stands alone, whole', () => {
    const address = `https://example.org/${'a'.repeat(80)}`;
    const { utterances, samples } = spoken([['text', `See ${address} for more.`]]);
    expect(planCues({ sampleRate, samples, utterances }).flatMap(({ lines }) => lines)).toContain(address);
  });

  test('law: no word is lost, no cue overlaps the next, none begins away from its first word, lines fit', () => {
    fc.assert(
      fc.property(spokenBook, ({ utterances, samples }) => {
        const cues = planCues({ sampleRate, samples, utterances });
        expect(cues.flatMap(({ lines }) => lines.flatMap(wordsIn))).toEqual(
          utterances.flatMap(({ text }) => wordsIn(text)),
        );
        const starts = new Set(
          utterances.flatMap(({ words }) => words.filter((_, index) => index % 4 === 2)),
        );
        for (const [index, { beginSample, endSample, lines }] of cues.entries()) {
          expect(starts).toContain(beginSample);
          expect(endSample).toBeGreaterThan(beginSample);
          expect(endSample).toBeLessThanOrEqual(cues[index + 1]?.beginSample ?? samples);
          expect(lines.length).toBeLessThanOrEqual(2);
          for (const line of lines)
            if (wordsIn(line).length > 1) expect(columnsOf(line)).toBeLessThanOrEqual(LINE_COLUMNS);
        }
      }),
      { numRuns: 150 },
    );
  });
});
