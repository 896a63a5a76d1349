/** The shapes in which an author may write metadata and settings, and how they become the one shape we keep. */
import { z } from 'zod';
import { holdable } from '../holdable.ts';
import { languageTag } from '../language-tag.ts';
import { licenceOf } from '../licence.ts';
import { attributionSchema, contributorSchema, type Metadata } from './metadata.ts';
import type { Settings } from './settings.ts';

const text = z.string({ error: 'should be text' }).overwrite(holdable).trim().min(1, 'is empty');
/** YAML reads 2024 as a number and `Yes` as text; a year or a number is fine where text is wanted. */
const looseText = z.union([text, z.number().transform(String)], { error: 'should be text' });
const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item)], {
    error: 'should be one entry or a list of them',
  });

const contributor = z.union([text.transform((name) => ({ name })), contributorSchema], {
  error: 'should be a name, or name, role and sortName',
});

const language = text
  .refine((tag) => languageTag(tag) !== undefined, 'is not a BCP 47 language tag such as en, en-GB or de')
  .transform((tag) => languageTag(tag) ?? tag);

const date = looseText.refine(isDate, 'is not a date such as 2026-11-20, 2026-11 or 2026');
const instant = looseText
  .refine(
    (value) => isDate(value) || isInstant(value),
    'is not a date or an instant such as 2026-11-20T09:00:00Z',
  )
  .transform((value) => (isInstant(value) ? `${new Date(value).toISOString().slice(0, 19)}Z` : value));

const licence = text.refine(
  (value) => licenceOf(value) !== undefined,
  'is neither an SPDX identifier such as CC-BY-4.0 nor an address',
);

const narration = z.strictObject({
  code: z
    .enum(['read', 'announce', 'skip'], { error: 'should be read, announce or skip' })
    .default('announce'),
  notes: z
    .enum(['after-paragraph', 'end-of-chapter'], { error: 'should be after-paragraph or end-of-chapter' })
    .default('after-paragraph'),
  voice: text.exactOptional(),
  quotationVoice: text.exactOptional(),
});

export const authoredSchema = z.strictObject({
  title: looseText.optional(),
  subtitle: looseText.optional(),
  authors: oneOrMany(contributor).default([]),
  language: language.default('en'),
  publisher: looseText.optional(),
  date: date.optional(),
  modified: instant.optional(),
  identifier: looseText.optional(),
  description: looseText.optional(),
  subjects: oneOrMany(looseText).default([]),
  rights: looseText.optional(),
  license: licence.optional(),
  attribution: oneOrMany(
    z.union([text, attributionSchema], { error: 'should be text, or work, author, source and permission' }),
  ).default([]),
  disclaimer: looseText.optional(),
  cover: z.strictObject({ image: text, alt: text }, { error: 'should hold image and alt' }).optional(),
  narrator: looseText.optional(),
  chapters: z.array(text, { error: 'should be a list of Markdown files' }).optional(),
  lexicon: oneOrMany(text).optional(),
  narration: narration.prefault({}),
});
export type Authored = z.output<typeof authoredSchema>;

/** The keys that an author may use, for "did you mean". */
export const authoredKeys: readonly string[] = Object.keys(authoredSchema.shape);

export function toMetadata(
  { chapters: _chapters, lexicon: _lexicon, narration: _narration, ...rest }: Authored,
  title: string,
): Metadata {
  return { ...rest, title };
}

export function toSettings(authored: Authored): Settings {
  return { narration: authored.narration };
}

function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return false;
  const full = `${match[1] ?? ''}-${match[2] ?? '01'}-${match[3] ?? '01'}`;
  const parsed = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(full);
}

function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
