/**
 * The publication model: what every edition reads, and the only place where ids come from.
 * Plain data. Every visible text and every text alternative in it has an id that is unique in the whole book,
 * so that a clip, a caption cue or a link can name it.
 */
import type { ChapterKind } from '../chapter-kinds.ts';
import type { BlobRef } from '../engine/blob.ts';
import type { MathElement } from './math/math-tree.ts';

export type Book = {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** In reading order: the title page, the author's chapters, the credits. */
  readonly chapters: readonly Chapter[];
  /** Where the author wants them listed and there are some: captioned figures, captioned tables. */
  readonly lists?: readonly ListOf[];
  /** The images that the chapters use, by path, each once. */
  readonly images: readonly ImageFile[];
};

export type ListOf = {
  readonly kind: 'figures' | 'tables';
  readonly entries: readonly { readonly id: string; readonly chapter: string; readonly title: string }[];
};

export type Chapter = {
  readonly id: string;
  readonly kind: ChapterKind;
  /** The words of the chapter's heading; where it has none, what it is, or its first words. Never empty. */
  readonly title: string;
  /** The headings below the chapter's own, nested as they are in the text. */
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /** The notes that are first referred to in this chapter, in the order of their references. */
  readonly notes: readonly Note[];
};

/** `id` is that of the heading. */
export type Section = { readonly id: string; readonly title: string; readonly sections: readonly Section[] };

export type ImageFile = {
  /** Relative to the publication's folder, with slashes. */
  readonly path: string;
  readonly mediaType: ImageMediaType;
  readonly width: number;
  readonly height: number;
  readonly blob: BlobRef;
};
export type ImageMediaType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';

// ── blocks ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Where a block or span differs from what surrounds it. */
export type Local = {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl' | 'auto';
  /** The voice that the author wants for it, by name. It is heard and not seen. */
  readonly voice?: string;
};

/** A run of sentences: the unit that paragraphs, headings, captions and the like are made of. */
export type Passage = Local & { readonly id: string; readonly sentences: readonly Sentence[] };

export type Sentence = { readonly id: string; readonly children: readonly Inline[] };

export type Block =
  | Heading | Paragraph | List | Quotation | Aside | Poem | Stanza | Figure | Table | CodeBlock | ThematicBreak | Pause
  | PageMarker | NoteList | Group | MathBlock; // prettier-ignore

/** Rank 1 is the chapter's own heading, whatever its level was in the source. */
export type Heading = Passage & { readonly type: 'heading'; readonly rank: 1 | 2 | 3 | 4 | 5 | 6 };

export type Paragraph = Passage & {
  readonly type: 'paragraph';
  /** The only text of a list item or cell: written without a paragraph element of its own. */
  readonly bare?: boolean;
  /** What the paragraph is on a title page or in the credits. */
  readonly role?: 'subtitle' | 'author' | 'publisher';
};

export type List = Local & {
  readonly type: 'list';
  readonly id: string;
  readonly ordered: boolean;
  readonly start?: number;
  /** The entries of an index; lists inside are what stands below them. */
  readonly role?: 'index';
  readonly items: readonly ListItem[];
};
export type ListItem = { readonly id: string; readonly checked?: boolean; readonly blocks: readonly Block[] };

export type Quotation = Local & {
  readonly type: 'quotation';
  readonly id: string;
  readonly blocks: readonly Block[];
  /** Who said it, without the dash. */
  readonly attribution?: Passage;
};

/** What stands beside the text: a remark, advice, a warning. */
export type Aside = Local & {
  readonly type: 'aside';
  readonly id: string;
  readonly kind: 'note' | 'tip' | 'warning' | 'aside';
  /** What it is, in words, and its title; a plain aside has none but the author's. */
  readonly label?: Passage;
  readonly blocks: readonly Block[];
};

/** Verse: stanzas, and what else stands between them. */
export type Poem = Local & {
  readonly type: 'poem';
  readonly id: string;
  readonly title?: Passage;
  readonly blocks: readonly Block[];
  /** Who wrote it, without the dash. */
  readonly attribution?: Passage;
};
/** Lines that belong together. A line is a passage of its own: where it ends counts. */
export type Stanza = Local & {
  readonly type: 'stanza';
  readonly id: string;
  readonly lines: readonly Passage[];
};

export type Figure = Local & {
  readonly type: 'figure';
  readonly id: string;
  readonly images: readonly Image[];
  readonly caption?: readonly Block[];
  /** Credit, licence and source: one passage each, worded as they are shown and said. */
  readonly credits: readonly Passage[];
  /** The extended description, for those who cannot see the figure, or want its data. */
  readonly description?: { readonly id: string; readonly label: Passage; readonly blocks: readonly Block[] };
};

export type Table = Local & {
  readonly type: 'table';
  readonly id: string;
  readonly caption?: readonly Block[];
  readonly head: readonly Row[];
  readonly body: readonly Row[];
};
export type Row = { readonly id: string; readonly cells: readonly Cell[] };
export type Cell = {
  readonly id: string;
  /** Header cells carry their scope; data cells have none. */
  readonly scope?: 'col' | 'row';
  readonly align?: 'left' | 'center' | 'right';
  readonly columns?: number;
  readonly rows?: number;
  readonly blocks: readonly Block[];
};

export type CodeBlock = {
  readonly type: 'code';
  readonly id: string;
  readonly language?: string;
  /** The voice that the author wants for it, by name. */
  readonly voice?: string;
  readonly value: string;
};
/** A formula, in all the forms that editions need. */
export type Formula = {
  readonly id: string;
  /** As the author wrote it. */
  readonly tex: string;
  readonly tree: MathElement;
  /** In a line of plain text, for titles and the printed script: `x² + 2x`. */
  readonly linear: string;
  /** For who does not see it: in English as a person says it, in other languages the linear form. */
  readonly alttext: string;
};
/** A formula in lines of its own. */
export type MathBlock = Local & Formula & { readonly type: 'math' };
export type ThematicBreak = { readonly type: 'break'; readonly id: string };
/** Silence that the author wants between blocks. It shows nothing. */
export type Pause = { readonly type: 'pause'; readonly id: string; readonly seconds: number };

/** Where a page of the print edition begins, among blocks or in a line. It shows nothing. */
export type PageMarker = { readonly type: 'page'; readonly id: string; readonly number: string };

/** Notes of one chapter where the notes of the whole book stand together. */
export type NoteList = { readonly type: 'notes'; readonly id: string; readonly notes: readonly Note[] };

/** An element that only groups: from raw HTML or a directive. */
export type GroupTag = 'section' | 'article' | 'aside' | 'details' | 'summary' | 'dl' | 'dt' | 'dd';
export type Group = Local & {
  readonly type: 'group';
  readonly id: string;
  readonly tag: GroupTag;
  readonly blocks: readonly Block[];
};

export type Note = {
  readonly id: string;
  /** As shown at the reference: counted through the chapter from 1. */
  readonly number: string;
  /** The ids of the references, first first: where the back links lead. */
  readonly references: readonly string[];
  readonly blocks: readonly Block[];
};

// ── inlines ─────────────────────────────────────────────────────────────────────────────────────────────────

export type Inline =
  | TextRun
  | Mark
  | InlineCode
  | Link
  | Image
  | LineBreak
  | InlinePause
  | PageMarker
  | IndexMark
  | NoteReference
  | MathInline;

export type TextRun = { readonly type: 'text'; readonly value: string };
export type MarkTag =
  | 'em' | 'strong' | 'del' | 'ins' | 'sub' | 'sup' | 'kbd' | 'samp' | 'var' | 'q' | 'cite' | 'small' | 'mark'
  | 'abbr' | 'b' | 'i' | 'u' | 's' | 'span' | 'dfn' | 'bdi' | 'bdo' | 'ruby' | 'rt' | 'rp'; // prettier-ignore
export type Mark = Local & {
  readonly type: 'mark';
  readonly tag: MarkTag;
  readonly title?: string;
  readonly speech?: Speech;
  readonly children: readonly Inline[];
};
/** How the author wants a span to be said, whatever it shows. */
export type Speech = {
  /** Words to say in its place. */
  readonly say?: string;
  /** How it sounds, in IPA. */
  readonly ipa?: string;
  /** Rules of wording that are turned off inside it: all, or those named (wording-rules.ts). */
  readonly off?: 'all' | readonly string[];
};
export type InlineCode = { readonly type: 'code'; readonly value: string };
export type Link = {
  readonly type: 'link';
  readonly to: Destination;
  readonly title?: string;
  readonly children: readonly Inline[];
};
/** An address on the web (`http:`, `https:`, `mailto:`, `tel:` …), or an id in this book. */
export type Destination = { readonly address: string } | { readonly chapter: string; readonly id: string };
/** `alt` is empty for an image that only decorates. */
export type Image = {
  readonly type: 'image';
  readonly id: string;
  readonly path: string;
  readonly alt: string;
  readonly title?: string;
};
export type LineBreak = { readonly type: 'break' };
/** Silence that the author wants at this place. It shows nothing. */
export type InlinePause = { readonly type: 'pause'; readonly seconds: number };
/** A place that the index leads to. It shows nothing. */
export type IndexMark = { readonly type: 'index'; readonly id: string };
export type NoteReference = {
  readonly type: 'note';
  readonly id: string;
  /** The note's id and the chapter that carries it. */
  readonly note: string;
  readonly chapter: string;
  readonly number: string;
};
/** A formula in a line of text. */
export type MathInline = Formula & { readonly type: 'math' };
