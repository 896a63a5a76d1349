import { describe, expect, test } from 'vitest';
import { parse } from '../../pipeline/document/parse-file.ts';
import { plan } from '../../pipeline/narration/plan-narration.ts';
import { pauses } from '../../pipeline/phrasing.ts';
import { spokenAddress } from '../../pipeline/narration/policy.ts';
import { Recorder } from '../../pipeline/narration/recorder.ts';

const say = (recorder: Recorder, text: string): void =>
  recorder.say({ role: 'text', language: 'en', text, about: 'x' });

describe('silence', () => {
  test('of several wishes for one gap the longest is kept', () => {
    const recorder = new Recorder();
    recorder.pause(9);
    say(recorder, 'one');
    recorder.pause(0.5);
    recorder.pause(2);
    recorder.pause(1);
    say(recorder, 'two');
    expect(recorder.utterances().map(({ pauseSeconds }) => pauseSeconds)).toEqual([2, 0]);
  });

  test('stands between sentences, paragraphs, headings and at the end of a chapter', () => {
    const [chapter] = parse({
      path: 'a.md',
      markdown: '# One\n\nYes. No.\n\nFine.\n\n## Two\n\nGood.\n\n***\n\nEnd.',
      form: 'folder',
      language: 'en',
    }).chapters;
    if (!chapter) throw new Error('no chapter');
    const { utterances } = plan({
      chapter,
      language: 'en',
      settings: { code: 'announce', notes: 'after-paragraph' },
    });
    expect(utterances.map(({ text, pauseSeconds }) => [text, pauseSeconds])).toEqual([
      ['One', pauses.afterChapterHeading],
      ['Yes.', pauses.sentence],
      ['No.', pauses.paragraph],
      ['Fine.', pauses.beforeHeading],
      ['Two', pauses.afterHeading],
      ['Good.', pauses.thematicBreak],
      ['End.', pauses.chapterEnd],
    ]);
  });
});

test('what has neither letter nor digit is not said', () => {
  const recorder = new Recorder();
  for (const text of ['', '  ', '—', '* * *', '…']) say(recorder, text);
  expect(recorder.utterances()).toEqual([]);
});

test.each(['😀', '🇫🇷', '❤️'])('the emoji %s is, since it has a name', (emoji) => {
  const recorder = new Recorder();
  say(recorder, emoji);
  expect(recorder.utterances().map(({ text }) => text)).toEqual([emoji]);
});

test.each([
  ['https://www.example.org/a/b?c=d', 'example.org'],
  ['mailto:a@example.org', 'a@example.org'],
  ['no address', 'no address'],
])('the address %s is said as %s', (address, said) => {
  expect(spokenAddress(address)).toBe(said);
});
