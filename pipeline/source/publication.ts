/** A publication as it was found on disk: what the author wrote, checked, and nothing else. */
import type { AuthoredKind } from '../chapter-kinds.ts';
import type { Place } from '../problem.ts';
import type { LexiconEntry } from './lexicon/lexicon.ts';
import type { Metadata } from './metadata.ts';
import type { Settings } from './settings.ts';

export type SourceText = {
  /** Relative to the publication's folder, with slashes. */
  readonly path: string;
  /** The whole file, front matter included, so that line numbers are the author's. */
  readonly markdown: string;
  /** What the front matter of a chapter in a folder says the chapter is called. */
  readonly title?: string;
  /** What it says that the file's chapters are. */
  readonly kind?: AuthoredKind;
  /** When it says that the chapter's episode is published: a date or an instant in UTC. */
  readonly published?: string;
};

export type Publication = {
  /** Names the output folder and files: letters, digits and hyphens. */
  readonly slug: string;
  /** One file, or a folder of chapters: it decides where chapters begin. */
  readonly form: 'file' | 'folder';
  /** Absolute; the only folder that is ever read. */
  readonly folder: string;
  /** Where the metadata stand, for problems that concern the whole publication. */
  readonly metadataFile: string;
  /** Where the cover's file is named. */
  readonly coverPlace: Place;
  /** Where the author claims that the publication is accessible, or where that would stand. */
  readonly claimPlace: Place;
  /** Where the podcast is set up, or where that would stand. */
  readonly podcastPlace: Place;
  /** Where the podcast's picture is named. */
  readonly artworkPlace: Place;
  readonly metadata: Metadata;
  readonly settings: Settings;
  /** How words are said that the rules would say otherwise, in order of precedence. */
  readonly lexicon: readonly LexiconEntry[];
  /** In reading order. */
  readonly texts: readonly SourceText[];
};
