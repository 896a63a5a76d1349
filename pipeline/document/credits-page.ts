import type { Metadata } from '../source/metadata.ts';
import { passageOfInlines } from './from-html/passage.ts';
import { validAddress } from '../address.ts';
import { licenceOf } from '../licence.ts';
import { relatorCode } from '../relators.ts';
import { createMint } from './mint.ts';
import type { Block, Chapter, Figure, Inline, Section } from './model.ts';
import { inlineText } from './plain-text.ts';
import { authorNames, listed, wordsOf, type Words } from './words.ts';

/** Attribution, rights and licence, the licences of the pictures, and the disclaimer; nothing where there is none of them. */
export function creditsPage(metadata: Metadata, chapters: readonly Chapter[]): Chapter | undefined {
  const words = wordsOf(metadata.language);
  const page = new Page(metadata.language);
  const id = page.mint('ch', 'credits');
  page.heading(1, words.credits);
  const contributors = contributorLines(metadata, words);
  if (contributors.length > 0) {
    page.heading(2, words.contributors);
    for (const line of contributors) page.paragraph({ type: 'text', value: line });
  }
  if (metadata.attribution.length > 0) {
    page.heading(2, words.attribution);
    for (const entry of metadata.attribution) page.paragraph(...attributionInlines(entry, words));
  }
  if (metadata.rights !== undefined || metadata.license !== undefined || metadata.date !== undefined) {
    page.heading(2, words.rights);
    if (metadata.rights !== undefined) page.paragraphs(metadata.rights);
    if (metadata.license !== undefined)
      page.paragraph({ type: 'text', value: `${words.licence} ` }, licenceInline(metadata.license));
    if (metadata.date !== undefined) page.paragraph({ type: 'text', value: words.published(metadata.date) });
  }
  const edition = editionLines(metadata, words);
  if (edition.length > 0) {
    page.heading(2, words.edition);
    for (const value of edition) page.paragraph({ type: 'text', value });
  }
  const figures = chapters.flatMap((chapter) =>
    figuresIn(chapter.blocks).map((figure) => ({ chapter, figure })),
  );
  const credited = figures.filter(({ figure }) => figure.credits.length > 0);
  if (credited.length > 0) {
    page.heading(2, words.images);
    page.list(credited.map(({ chapter, figure }) => creditInlines(chapter, figure)));
  }
  if (metadata.disclaimer !== undefined) {
    page.heading(2, words.disclaimer);
    page.paragraphs(metadata.disclaimer);
  }
  if (page.blocks.length === 1) return undefined;
  return {
    id,
    kind: 'credits',
    title: words.credits,
    sections: page.sections,
    blocks: page.blocks,
    notes: [],
  };
}

/** A page that grows block by block. */
class Page {
  readonly mint = createMint('credits page');
  readonly blocks: Block[] = [];
  readonly sections: Section[] = [];
  readonly language: string;
  constructor(language: string) {
    this.language = language;
  }
  heading(rank: 1 | 2, value: string): void {
    const passage = passageOfInlines('h', [{ type: 'text', value }], this);
    if (!passage) return;
    this.blocks.push({ type: 'heading', rank, ...passage });
    if (rank === 2) this.sections.push({ id: passage.id, title: value, sections: [] });
  }
  paragraph(...inlines: readonly Inline[]): void {
    const passage = passageOfInlines('p', inlines, this);
    if (passage) this.blocks.push({ type: 'paragraph', ...passage });
  }
  paragraphs(text: string): void {
    for (const value of text.split(/\n\s*\n/)) this.paragraph(...linked(value));
  }
  list(items: readonly (readonly Inline[])[]): void {
    const id = this.mint('list', 'pictures');
    const built = items.flatMap((inlines, index) => {
      const passage = passageOfInlines('p', inlines, this);
      return passage
        ? [{ id: `${id}-i${index + 1}`, blocks: [{ type: 'paragraph' as const, bare: true, ...passage }] }]
        : [];
    });
    if (built.length > 0) this.blocks.push({ type: 'list', id, ordered: false, items: built });
  }
}

/** "Translation: A. Name and B. Name": a line a role. Authors stand on the title page. */
function contributorLines({ authors, contributors = [] }: Metadata, words: Words): readonly string[] {
  const others = authors.filter(
    ({ role }) => role !== undefined && authorNames([{ name: '', role }]).length === 0,
  );
  const byLabel = new Map<string, string[]>();
  for (const { name, role } of [...others, ...contributors]) {
    const written = role?.trim() ?? '';
    // A role that Lectern has no word for is the author's own word, but a code says nothing to a reader.
    const label =
      words.roles[relatorCode(written) ?? ''] ?? (/^[a-z]{3}$/u.test(written) ? '' : ownLabel(written));
    byLabel.set(label, [...(byLabel.get(label) ?? []), name]);
  }
  return [...byLabel].map(([label, names]) => withStop(`${label} ${listed(names, words)}`.trim()));
}

function ownLabel(role: string): string {
  return role === '' ? '' : `${role.charAt(0).toLocaleUpperCase()}${role.slice(1)}:`;
}

/** What the publication is among others. */
function editionLines(metadata: Metadata, words: Words): readonly string[] {
  const { firstPublished, series, isbn } = metadata;
  return [
    ...(firstPublished === undefined ? [] : [words.firstPublished(firstPublished)]),
    ...(series === undefined ? [] : [`${words.series} ${words.volume(series.name, series.position)}`]),
    ...(isbn === undefined ? [] : [`ISBN ${isbn}`]),
  ];
}

function attributionInlines(entry: Metadata['attribution'][number], words: Words): readonly Inline[] {
  if (typeof entry === 'string') return linked(entry);
  const parts: Inline[] = [];
  const add = (...inlines: readonly Inline[]): void => {
    if (parts.length > 0) parts.push({ type: 'text', value: ' ' });
    parts.push(...inlines);
  };
  if (entry.work !== undefined) add({ type: 'text', value: words.work(entry.work, entry.author) });
  else if (entry.author !== undefined) add({ type: 'text', value: withStop(entry.author) });
  if (entry.source !== undefined)
    add({ type: 'text', value: `${words.source} ` }, ...linked(withStop(entry.source)));
  if (entry.permission !== undefined) add(...linked(withStop(entry.permission)));
  return parts;
}

/** "The towns that grew. Drawing: A. Name. Licence: CC BY 4.0." with the figure's first words as a link to it. */
function creditInlines(chapter: Chapter, figure: Figure): readonly Inline[] {
  const [caption] = figure.caption ?? [];
  const [sentence] = caption?.type === 'paragraph' ? caption.sentences : [];
  const words = sentence ? inlineText(sentence.children) : figure.images.map(({ alt }) => alt).join(' ');
  const name =
    words.length > 80 ? `${words.slice(0, words.lastIndexOf(' ', 80))}…` : words.trim().replace(/\.$/, '');
  const link: Inline = {
    type: 'link',
    to: { chapter: chapter.id, id: figure.id },
    children: [{ type: 'text', value: name || figure.id }],
  };
  const credits = figure.credits.flatMap((passage): readonly Inline[] => {
    const inlines = passage.sentences.flatMap(({ children }) => children);
    const last = inlines.at(-1);
    const ended = last?.type === 'text' && /[.!?]\s*$/.test(last.value);
    return [
      { type: 'text', value: ' ' },
      ...inlines,
      ...(ended ? [] : [{ type: 'text', value: '.' } as const]),
    ];
  });
  return [link, { type: 'text', value: /[…!?]$/.test(name) ? '' : '.' }, ...credits];
}

function licenceInline(written: string): Inline {
  const licence = licenceOf(written);
  const name: Inline = { type: 'text', value: licence?.name ?? written };
  return licence?.address === undefined
    ? name
    : { type: 'link', to: { address: licence.address }, children: [name] };
}

/** Text with the web addresses in it made into links. */
function linked(text: string): readonly Inline[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).flatMap((part, index): readonly Inline[] => {
    if (part === '') return [];
    const words: Inline = { type: 'text', value: part };
    const address = index % 2 === 1 ? validAddress(part) : undefined;
    return [address === undefined ? words : { type: 'link', to: { address }, children: [words] }];
  });
}

function withStop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function figuresIn(blocks: readonly Block[]): readonly Figure[] {
  return blocks.flatMap((block): readonly Figure[] => {
    if (block.type === 'figure') return [block];
    if (block.type === 'list') return block.items.flatMap((item) => figuresIn(item.blocks));
    if (block.type === 'quotation' || block.type === 'group') return figuresIn(block.blocks);
    if (block.type === 'table')
      return [...block.head, ...block.body].flatMap((row) =>
        row.cells.flatMap((cell) => figuresIn(cell.blocks)),
      );
    return [];
  });
}
