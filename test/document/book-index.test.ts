import { describe, expect, test } from 'vitest';
import { withIndex } from '../../pipeline/document/book-index/with-index.ts';
import { parse } from '../../pipeline/document/parse-file.ts';
import { passageText } from '../../pipeline/document/plain-text.ts';
import type { Block, Chapter } from '../../pipeline/document/model.ts';

type Written = { readonly kind?: 'colophon' | 'bibliography' | 'index'; readonly markdown: string };

function indexOf(
  language: string,
  ...texts: readonly Written[]
): {
  readonly chapters: readonly Chapter[];
  readonly lines: readonly string[];
  readonly codes: readonly string[];
} {
  const parsed = texts.map(({ kind, markdown }, number) =>
    parse({ path: `${number}.md`, markdown, form: 'folder', language, kind }),
  );
  const { chapters, problems } = withIndex(
    parsed.flatMap((text) => text.chapters),
    parsed.flatMap((text) => text.terms),
    language,
  );
  const index = chapters.find(({ kind }) => kind === 'index');
  return { chapters, lines: linesOf(index?.blocks ?? []), codes: problems.map(({ code }) => code) };
}

function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.type === 'list')
      return block.items.flatMap((item) => linesOf(item.blocks).map((line) => `- ${line}`));
    return block.type === 'paragraph' ? [passageText(block)] : [];
  });
}

const chapter = (words: string): Written => ({ markdown: `# One\n\n${words}` });

describe('an index', () => {
  test.each([
    ['en', ['Äther', 'zoo', 'Zulu']],
    ['sv', ['zoo', 'Zulu', 'Äther']],
  ])('is in the order of the alphabet of %s', (language, order) => {
    const { lines } = indexOf(language, chapter(':index[zoo] :index[Zulu] :index[Äther]'));
    expect(lines.map((line) => line.replace(/^- (.*):.*$/, '$1'))).toEqual(order);
  });

  test('takes words that differ in capitals for one entry, without the capital of a sentence', () => {
    expect(indexOf('en', chapter(':index[Harbour] is a :index[harbour].')).lines).toEqual(['- harbour: One']);
    expect(indexOf('en', chapter(':index[harbour] :index[x]{as="Harbour"}')).lines).toEqual([
      '- Harbour: One',
    ]);
    expect(indexOf('en', chapter(':index[Ada]')).lines).toEqual(['- Ada: One']);
  });

  test('leads to a page or section once, and tells sections of one title apart', () => {
    const text = '# One\n\n## Sum\n\n:index[x] :index[x]\n\n# Two\n\n## Sum\n\n:index[x]';
    expect(indexOf('en', { markdown: text }).lines).toEqual(['- x: One: Sum; Two: Sum']);
    const pages = '# One\n\n:page[1]\n\n:index[x] :index[x] :page[2] :index[x]';
    expect(indexOf('en', { markdown: pages }).lines).toEqual(['- x, p. 1, p. 2']);
  });

  test('has entries below entries, and sends readers on', () => {
    const { lines, codes } = indexOf(
      'en',
      chapter(':index[x]{as=ship sub=sails see-also=rope} :index[Rope] :index[line]{see="ROPE"}'),
    );
    expect(lines).toEqual(['- line, see Rope', '- Rope: One', '- ship', '- - sails: One; see also Rope']);
    expect(codes).toEqual([]);
  });

  test('tells of what it sends readers to in vain: what is no entry, has no place, or is the entry itself', () => {
    const { lines, codes } = indexOf(
      'en',
      chapter(':index[a]{see=b} :index[b]{see=a} :index[c]{see-also=c} :index[d]{see-also=nowhere}'),
    );
    expect(lines).toEqual(['- c: One', '- d: One']);
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'index-target-missing'));
  });

  test('stands at the end, before what comes later in books, or where its author wants it', () => {
    const term = chapter(':index[x]');
    const end: readonly Written[] = [
      { kind: 'bibliography', markdown: '# Books\n\nA book.' },
      { kind: 'colophon', markdown: '# Set in\n\nA face.' },
    ];
    const kinds = (...texts: readonly Written[]): readonly string[] =>
      indexOf('en', ...texts).chapters.map(({ kind }) => kind);
    expect(kinds(term, ...end)).toEqual(['chapter', 'bibliography', 'index', 'colophon']);
    expect(kinds({ kind: 'index', markdown: '# Where\n\nWords.' }, term)).toEqual(['index', 'chapter']);
    expect(kinds(chapter('No term.'), ...end)).toEqual(['chapter', 'bibliography', 'colophon']);
  });

  test('leaves the text as it is read', () => {
    const [one] = indexOf('en', chapter('The :index[old *harbour*]{as="harbour"} is here.')).chapters;
    expect(linesOf(one?.blocks ?? [])).toEqual(['The old harbour is here.']);
  });
});
