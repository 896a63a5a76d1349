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
  /** BCP 47. */
  language: text,
  publisher: text.optional(),
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: text.optional(),
  /** YYYY-MM-DDThh:mm:ssZ. */
  modified: text.optional(),
  /** A stable identifier: urn:uuid:…, urn:isbn:…, an address. */
  identifier: text.optional(),
  description: text.optional(),
  subjects: z.array(text),
  rights: text.optional(),
  /** An SPDX identifier or an address. */
  license: text.optional(),
  attribution: z.array(z.union([text, attributionSchema])),
  disclaimer: text.optional(),
  cover: z.strictObject({ image: text, alt: text }).optional(),
  narrator: text.optional(),
});
export type Metadata = z.output<typeof metadataSchema>;
