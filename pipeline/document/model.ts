/**
 * The publication model: what every edition reads, and the only place where ids come from.
 * Plain data. Every visible text and every text alternative in it has an id that is unique in the whole book,
 * so that a clip, a caption cue or a link can name it.
 */
import type { BlobRef } from '../engine/blob.ts';

export type Book = {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** In reading order: the title page, the author's chapters, the credits. */
  readonly chapters: readonly Chapter[];
  /** The images that the chapters use, by path, each once. */
  readonly images: readonly ImageFile[];
};

export type ChapterKind = 'titlepage' | 'chapter' | 'credits';

export type Chapter = {
  readonly id: string;
  readonly kind: ChapterKind;
  /** The words of the chapter's heading; where it has none, its first words. Never empty. */
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
  Heading | Paragraph | List | Quotation | Figure | Table | CodeBlock | ThematicBreak | Pause | Group;

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
export type ThematicBreak = { readonly type: 'break'; readonly id: string };
/** Silence that the author wants between blocks. It shows nothing. */
export type Pause = { readonly type: 'pause'; readonly id: string; readonly seconds: number };

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

export type Inline = TextRun | Mark | InlineCode | Link | Image | LineBreak | InlinePause | NoteReference;

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
export type NoteReference = {
  readonly type: 'note';
  readonly id: string;
  /** The note's id and the chapter that carries it. */
  readonly note: string;
  readonly chapter: string;
  readonly number: string;
};
