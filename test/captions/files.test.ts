/** What is written, as the readers of these formats see it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { placeChapters } from '../../pipeline/captions/place-chapters.ts';
import { planCues } from '../../pipeline/captions/plan-cues.ts';
import { srtPieces } from '../../pipeline/captions/srt.ts';
import type { PlacedChapter, TimedUtterance } from '../../pipeline/captions/timed-text.ts';
import { transcriptHtmlPieces } from '../../pipeline/captions/transcript-html.ts';
import { transcriptTextPieces } from '../../pipeline/captions/transcript-text.ts';
import { vttPieces } from '../../pipeline/captions/vtt.ts';
import { wordsJsonPieces } from '../../pipeline/captions/words-json.ts';
import { spoken, spokenBook, wordsIn } from './spoken.ts';

const sampleRate = 1000;
const joined = (pieces: Iterable<string>): string => [...pieces].join('');

function place(
  ...books: readonly { readonly utterances: readonly TimedUtterance[]; readonly samples: number }[]
) {
  return placeChapters(
    books.map(({ utterances, samples }, index) => ({
      chapter: { id: `ch-${index}`, title: `Chapter ${index} --> <b>`, samples, utterances },
      cues: planCues({ sampleRate, samples, utterances }),
    })),
  );
}

const wordsOf = (chapters: readonly PlacedChapter[]) =>
  chapters.flatMap(({ utterances }) => utterances.flatMap(({ text }) => wordsIn(text)));
const plainText = (cue: string): string =>
  cue
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('WebVTT', () => {
  test('law: the validator has nothing to say, and the words are those of the text', () => {
    fc.assert(
      fc.property(spokenBook, spokenBook, (one, two) => {
        const chapters = place(one, two);
        const { cues, errors } = new WebVTTParser().parse(
          joined(vttPieces(chapters, sampleRate, 'A & <B>')),
          'captions',
        );
        expect(errors).toEqual([]);
        expect(cues.flatMap(({ text }) => wordsIn(plainText(text)))).toEqual(wordsOf(chapters));
      }),
      { numRuns: 60 },
    );
  });

  test('the second chapter goes on where the first ends, past the hundredth hour', () => {
    const first = { ...spoken([['text', 'One.']]), samples: 360_000_000 };
    const second = spoken([['text', 'Two.']], { pauseSamples: 2000 });
    const vtt = joined(vttPieces(place(first, second), sampleRate, 'Ada'));
    expect(vtt).toContain('\n100:00:00.060 --> 100:00:01.060\n<v Ada>Two.\n');
  });
});

describe('SRT', () => {
  test('is numbered from one, with its lines as they are', () => {
    const chapters = place(
      spoken(
        [
          ['heading', 'A < B'],
          ['heading', 'Four --> five.'],
        ],
        { pauseSamples: 2000 },
      ),
    );
    const srt = joined(srtPieces(chapters, sampleRate));
    expect(srt).toBe(
      '1\n00:00:00,060 --> 00:00:01,060\nA < B\n\n2\n00:00:02,210 --> 00:00:03,210\nFour → five.\n',
    );
  });
});

describe('the words with their times', () => {
  test('are the text, each in its time, in the shape of the Podcast Namespace', () => {
    fc.assert(
      fc.property(spokenBook, spokenBook, (one, two) => {
        const chapters = place(one, two);
        const { version, segments } = JSON.parse(joined(wordsJsonPieces(chapters, sampleRate, 'Ada'))) as {
          version: string;
          segments: readonly { speaker: string; startTime: number; endTime: number; body: string }[];
        };
        expect(version).toBe('1.0.0');
        expect(segments.flatMap(({ body }) => wordsIn(body))).toEqual(wordsOf(chapters));
        for (const [index, { startTime, endTime }] of segments.entries()) {
          expect(endTime).toBeGreaterThanOrEqual(startTime);
          expect(startTime).toBeGreaterThanOrEqual(segments[index - 1]?.endTime ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the transcript', () => {
  const { utterances, samples } = spoken([
    ['heading', 'The <harbour>'],
    ['text', 'It lay still.'],
    ['text', 'Nobody came.'],
    ['alternative', 'A drawing of a harbour.'],
    ['label', '1.'],
    ['item', 'A rope.'],
  ]);
  // The first two sentences are one paragraph's, and the number has no element.
  const said = utterances.map((utterance): TimedUtterance => {
    const { target: _target, ...rest } = utterance;
    return utterance.role === 'label' ? rest : utterance;
  });
  const blockOf = (target: string) =>
    target === 's-0'
      ? { id: 'h-1', rank: 2 }
      : target === 's-1' || target === 's-2'
        ? { id: 'p-1' }
        : undefined;
  const chapters = place({ utterances: said, samples });

  test('has the paragraphs of the book', () => {
    expect(joined(transcriptTextPieces(chapters, blockOf))).toBe(
      'The <harbour>\n\nIt lay still. Nobody came.\n\nA drawing of a harbour.\n\n1. A rope.\n',
    );
  });

  test('has headings, anchors, times and descriptions as HTML, and nothing of the text is markup', () => {
    const html = joined(
      transcriptHtmlPieces(chapters, blockOf, {
        title: 'A "book"',
        language: 'en',
        sampleRate,
        words: { transcript: 'Transcript', contents: 'Contents' },
      }),
    );
    expect(html).toContain('<h3 id="h-1" class="heading"><span id="s-0" data-begin="0.060"');
    expect(html).toContain('>The &lt;harbour&gt;</span></h3>');
    expect(html).toMatch(
      /<p id="p-1" class="text"><span [^>]*>It lay still.<\/span> <span [^>]*>Nobody came.<\/span><\/p>/,
    );
    expect(html).toContain('class="alternative"');
    expect(html).toContain('<a href="#ch-0">Chapter 0 --&gt; &lt;b&gt;</a> <time>0:00</time>');
    expect(html).toContain('<title>A &quot;book&quot;: Transcript</title>');
  });
});
