/** What an author may say about a publication: the keys of `publication.yaml` and of front matter. */
import { z } from 'zod';
import { holdable } from '../holdable.ts';

const text = z.string().overwrite(holdable).trim().min(1);

export const contributorSchema = z.strictObject({
  name: text,
  /** A MARC relator code or a plain word: aut, edt, trl, ill, nrt. */
  role: text.optional(),
  /** As it is sorted: "Francis, Diane". */
  sortName: text.optional(),
});

export const subjectSchema = z.strictObject({
  name: text,
  /** Whose list of subjects it is from: a name that EPUB knows, such as BISAC or Thema, or an address. */
  scheme: text,
  /** As the list has it: FIC014000. */
  code: text,
});

export const seriesSchema = z.strictObject({
  name: text,
  /** The number of the volume, or numbers: 2, or 2.1. */
  position: text.optional(),
});

/** What a person vouches for. Lectern never claims it by itself. */
export const accessibilityClaimSchema = z.strictObject({
  /** "EPUB Accessibility 1.1 - WCAG 2.2 Level AA". */
  conformsTo: text,
  /** Who says so. */
  certifiedBy: text,
  /** What entitles them to: words, or the address of a badge. */
  credential: text.optional(),
  /** The address of their report. */
  report: text.optional(),
});
export type AccessibilityClaim = z.output<typeof accessibilityClaimSchema>;

export const attributionSchema = z.strictObject({
  work: text.optional(),
  author: text.optional(),
  source: text.optional(),
  permission: text.optional(),
});

export const metadataSchema = z.strictObject({
  title: text,
  subtitle: text.optional(),
  authors: z.array(contributorSchema),
  /** Who helped: those who edited, translated, drew. */
  contributors: z.array(contributorSchema).optional(),
  /** BCP 47. */
  language: text,
  publisher: text.optional(),
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: text.optional(),
  /** When the work first appeared, in whatever edition: YYYY, YYYY-MM or YYYY-MM-DD. */
  firstPublished: text.optional(),
  /** YYYY-MM-DDThh:mm:ssZ. */
  modified: text.optional(),
  /** A stable identifier: urn:uuid:…, urn:isbn:…, an address. */
  identifier: text.optional(),
  /** Ten or thirteen digits that are right, with hyphens where the author puts them. */
  isbn: text.optional(),
  series: seriesSchema.optional(),
  description: text.optional(),
  subjects: z.array(z.union([text, subjectSchema])),
  /** What it was made from: the print edition, by its `urn:isbn:…`, or a work by its address or title. */
  source: z.array(text).optional(),
  rights: text.optional(),
  /** An SPDX identifier or an address. */
  license: text.optional(),
  attribution: z.array(z.union([text, attributionSchema])),
  disclaimer: text.optional(),
  accessibility: accessibilityClaimSchema.optional(),
  cover: z.strictObject({ image: text, alt: text }).optional(),
  narrator: text.optional(),
});
export type Metadata = z.output<typeof metadataSchema>;
