import { describe, expect, test } from 'vitest';
import type { Block, Chapter, Inline, Mark, Quotation } from '../../pipeline/document/model.ts';
import type { NarrationSettings } from '../../pipeline/narration/narration.ts';
import { plan, scriptChapterSchema } from '../../pipeline/narration/plan-narration.ts';
import type { Utterance } from '../../pipeline/narration/script.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const span = (about: Partial<Mark>, value: string): Mark => ({
  type: 'mark',
  tag: 'span',
  ...about,
  children: [text(value)],
});

let count = 0;
function paragraph(...children: readonly Inline[]): Block & { readonly type: 'paragraph' } {
  const id = `p-${(count += 1)}`;
  return { type: 'paragraph', id, sentences: [{ id: `${id}-s1`, children }] };
}

function said(
  blocks: readonly Block[],
  settings: Partial<NarrationSettings> = {},
): readonly Partial<Utterance>[] {
  const chapter: Chapter = { id: 'ch', kind: 'chapter', title: 'A', sections: [], blocks, notes: [] };
  const planned = plan({
    chapter,
    language: 'en',
    settings: { code: 'announce', notes: 'after-paragraph', ...settings },
  });
  expect(scriptChapterSchema.parse(planned)).toEqual(planned);
  return planned.utterances.map(({ text: words, language, voice, spans }) => ({
    text: words,
    language,
    ...(voice !== undefined && { voice }),
    ...(spans && { spans }),
  }));
}

describe('an utterance', () => {
  test('of plain text has no spans', () => {
    expect(said([paragraph(text('Plain.'))])).toEqual([{ text: 'Plain.', language: 'en' }]);
  });

  test('carries the spans of its sentence', () => {
    expect(
      said([paragraph(text('Say '), span({ speech: { say: 'two thirds' } }, '2/3'), text('.'))]),
    ).toEqual([{ text: 'Say 2/3.', language: 'en', spans: [{ begin: 4, end: 7, say: 'two thirds' }] }]);
  });

  test('that is one span as a whole is in its language and voice', () => {
    expect(
      said([
        paragraph(text('“'), span({ lang: 'de', voice: 'anna' }, 'Zeitgeist'), text('.”')),
        paragraph(span({ lang: 'de' }, 'Zeit'), text(' & '), span({ lang: 'de' }, 'Geist')),
        paragraph(span({ lang: 'de', speech: { ipa: 'a' } }, 'Zeit')),
      ]),
    ).toEqual([
      { text: '“Zeitgeist.”', language: 'de', voice: 'anna' },
      {
        text: 'Zeit & Geist',
        language: 'en',
        spans: [
          { begin: 0, end: 4, language: 'de' },
          { begin: 7, end: 12, language: 'de' },
        ],
      },
      { text: 'Zeit', language: 'de', spans: [{ begin: 0, end: 4, ipa: 'a' }] },
    ]);
  });

  test('without a letter is said where the author tells how, and else leaves its silence', () => {
    expect(said([paragraph(span({ speech: { say: 'leads to' } }, '→')), paragraph(text('→'))])).toEqual([
      { text: '→', language: 'en', spans: [{ begin: 0, end: 1, say: 'leads to' }] },
    ]);
    const chapter: Chapter = {
      id: 'ch',
      kind: 'chapter',
      title: 'A',
      sections: [],
      blocks: [
        paragraph(text('One.')),
        paragraph(text('…'), { type: 'pause', seconds: 4 }),
        paragraph(text('Two.')),
        { type: 'pause', id: 'pause-1', seconds: 5 },
        paragraph(text('Three.')),
      ],
      notes: [],
    };
    const { utterances } = plan({
      chapter,
      language: 'en',
      settings: { code: 'announce', notes: 'after-paragraph' },
    });
    expect(utterances.map(({ pauseSeconds }) => pauseSeconds).slice(0, 2)).toEqual([4, 5]);
  });

  test('of a cell carries the spans of the header that is said before it, but not its silence', () => {
    const cell = (id: string, scope: 'col' | undefined, ...children: readonly Inline[]) => ({
      id,
      ...(scope && { scope }),
      blocks: [{ ...paragraph(...children), bare: true }],
    });
    const header = span({ speech: { say: 'number' } }, 'No.');
    const pause: Inline = { type: 'pause', seconds: 1 };
    const utterances = said([
      {
        type: 'table',
        id: 't',
        head: [{ id: 'r1', cells: [cell('c1', 'col', header, pause), cell('c2', 'col', text('B'))] }],
        body: [
          {
            id: 'r2',
            cells: [cell('c3', undefined, span({ lang: 'de' }, 'eins')), cell('c4', undefined, text('2'))],
          },
        ],
      },
    ]);
    expect(utterances.slice(1)).toEqual([
      {
        text: 'No.',
        language: 'en',
        spans: [
          { begin: 0, end: 3, say: 'number' },
          { begin: 3, end: 3, pauseSeconds: 1 },
        ],
      },
      { text: 'B', language: 'en' },
      {
        text: 'No: eins',
        language: 'en',
        spans: [
          { begin: 0, end: 2, say: 'number' },
          { begin: 4, end: 8, language: 'de' },
        ],
      },
      { text: 'B: 2', language: 'en' },
    ]);
  });
});

describe('in a block of another language', () => {
  const german = { lang: 'de', voice: 'anna' };
  test('what Lectern adds, and notes, are in the language of the publication and not in the voice of the block', () => {
    const reference: Inline = { type: 'note', id: 'r', note: 'n', chapter: 'ch', number: '1' };
    const chapter: Chapter = {
      id: 'ch',
      kind: 'chapter',
      title: 'A',
      sections: [],
      blocks: [
        {
          type: 'list',
          id: 'l',
          ...german,
          ordered: true,
          items: [{ id: 'i', checked: true, blocks: [paragraph(text('Eins'), reference)] }],
        },
        {
          type: 'table',
          id: 't',
          ...german,
          head: [],
          body: [{ id: 'r1', cells: [{ id: 'c', blocks: [paragraph(text('Zwei'))] }] }],
        },
      ],
      notes: [{ id: 'n', number: '1', references: ['r'], blocks: [paragraph(text('A note.'))] }],
    };
    const { utterances } = plan({
      chapter,
      language: 'en',
      settings: { code: 'announce', notes: 'after-paragraph' },
    });
    expect(utterances.map(({ text: words, language, voice }) => [words, language, voice])).toEqual([
      ['1.', 'de', 'anna'],
      ['Done.', 'en', undefined],
      ['Eins', 'de', 'anna'],
      ['Note 1.', 'en', undefined],
      ['A note.', 'en', undefined],
      ['Table with 1 column and 1 row.', 'en', undefined],
      ['Zwei', 'de', 'anna'],
    ]);
  });
});

describe('a voice', () => {
  const quotation = (...blocks: readonly Block[]): Quotation => ({
    type: 'quotation',
    id: 'q',
    blocks,
    attribution: { id: 'by', sentences: [{ id: 'by-s1', children: [text('Somebody')] }] },
  });

  test('of a block speaks all that is in it', () => {
    const list: Block = {
      type: 'list',
      id: 'l',
      voice: 'anna',
      ordered: true,
      items: [{ id: 'i', blocks: [paragraph(text('One'))] }],
    };
    expect(said([list, paragraph(text('Two'))])).toEqual([
      { text: '1.', language: 'en', voice: 'anna' },
      { text: 'One', language: 'en', voice: 'anna' },
      { text: 'Two', language: 'en' },
    ]);
  });

  test('for quotations speaks them, and not who said it', () => {
    expect(said([quotation(paragraph(text('Words.')))], { quotationVoice: 'anna' })).toEqual([
      { text: 'Words.', language: 'en', voice: 'anna' },
      { text: 'Somebody', language: 'en' },
    ]);
  });

  test('that a block names goes before that for quotations', () => {
    const own: Block = { ...quotation(paragraph(text('Words.'))), voice: 'george' };
    expect(said([own], { quotationVoice: 'anna' })).toEqual([
      { text: 'Words.', language: 'en', voice: 'george' },
      { text: 'Somebody', language: 'en', voice: 'george' },
    ]);
  });
});
