/** The shapes in which an author may write metadata and settings, and how they become the one shape we keep. */
import { z } from 'zod';
import { isbnOf } from '../isbn.ts';
import { languageTag } from '../language-tag.ts';
import { licenceOf } from '../licence.ts';
import { authoredPodcastSchema, toPodcastSettings } from './authored-podcast.ts';
import { address, date, instant, looseText, oneOrMany, text } from './authored-values.ts';
import { attributionSchema, contributorSchema, type Metadata } from './metadata.ts';
import { subjectFault, withKnownScheme } from './subject-schemes.ts';
import type { Settings } from './settings.ts';

const contributor = z.union([text.transform((name) => ({ name })), contributorSchema], {
  error: 'should be a name, or name, role and sortName',
});

const language = text
  .refine((tag) => languageTag(tag) !== undefined, 'is not a BCP 47 language tag such as en, en-GB or de')
  .transform((tag) => languageTag(tag) ?? tag);

const licence = text.refine(
  (value) => licenceOf(value) !== undefined,
  'is neither an SPDX identifier such as CC-BY-4.0 nor an address',
);

const identifier = looseText.refine(
  (value) => !/^urn:isbn:/i.test(value) || isbnOf(value) !== undefined,
  'is not right: its ISBN does not have 10 or 13 digits of which the last checks the others',
);
const isbn = looseText
  .refine(
    (value) => isbnOf(value) !== undefined,
    'is not an ISBN: it has 10 or 13 digits, of which the last checks the others',
  )
  .transform((value) => value.replace(/^(?:urn:isbn:|isbn(?:-1[03])?:?)\s*/i, ''));

const subject = z.union(
  [
    looseText,
    z.strictObject({ name: looseText, scheme: text, code: looseText }).superRefine((given, context) => {
      const fault = subjectFault(given);
      if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
    }),
  ],
  { error: 'should be text, or name, scheme and code' },
);

const series = z.union(
  [
    text.transform((name) => ({ name })),
    z.strictObject({
      name: looseText,
      position: looseText
        .refine((value) => /^\d+(\.\d+)*$/.test(value), 'is not a number such as 2, or numbers such as 2.1')
        .exactOptional(),
    }),
  ],
  { error: 'should be a name, or name and position' },
);

const accessibility = z.strictObject(
  {
    conformsTo: text.refine(
      (value) => /^EPUB Accessibility 1\.1 - WCAG 2\.[012] Level A{1,3}$/.test(value),
      'is not such as “EPUB Accessibility 1.1 - WCAG 2.2 Level AA”, to the letter',
    ),
    certifiedBy: text,
    credential: text.exactOptional(),
    report: address.exactOptional(),
  },
  { error: 'should hold conformsTo and certifiedBy' },
);

const deepest = 6;
const wholeDepth = `should be a whole number from 1, for chapters alone, to ${deepest}`;

const narration = z.strictObject({
  code: z
    .enum(['read', 'announce', 'skip'], { error: 'should be read, announce or skip' })
    .default('announce'),
  notes: z
    .enum(['after-paragraph', 'end-of-chapter'], { error: 'should be after-paragraph or end-of-chapter' })
    .default('after-paragraph'),
  readAloud: z
    .enum(['sentence', 'word', 'none'], { error: 'should be sentence, word or none' })
    .default('sentence'),
  voice: text.exactOptional(),
  quotationVoice: text.exactOptional(),
  chapterDepth: z.int(wholeDepth).min(1, wholeDepth).max(deepest, wholeDepth).exactOptional(),
});

/** Fewer pixels than this are no picture; a larger number than the second is a slip of the pen. */
const [fewestPixels, mostPixels] = [64, 20_000];
const wholePixels = `should be a whole number of pixels from ${fewestPixels} to ${mostPixels}`;
const images = z.strictObject(
  { largest: z.int(wholePixels).min(fewestPixels, wholePixels).max(mostPixels, wholePixels).exactOptional() },
  { error: 'should hold largest: the most pixels of a picture’s longer side' },
);

export const authoredSchema = z.strictObject({
  title: looseText.optional(),
  subtitle: looseText.optional(),
  authors: oneOrMany(contributor).default([]),
  contributors: oneOrMany(contributor).optional(),
  language: language.optional(),
  publisher: looseText.optional(),
  date: date.optional(),
  firstPublished: date.optional(),
  modified: instant.optional(),
  identifier: identifier.optional(),
  isbn: isbn.optional(),
  series: series.optional(),
  description: looseText.optional(),
  subjects: oneOrMany(subject).default([]),
  source: oneOrMany(looseText).optional(),
  rights: looseText.optional(),
  license: licence.optional(),
  attribution: oneOrMany(
    z.union([text, attributionSchema], { error: 'should be text, or work, author, source and permission' }),
  ).default([]),
  disclaimer: looseText.optional(),
  accessibility: accessibility.optional(),
  cover: z.strictObject({ image: text, alt: text }, { error: 'should hold image and alt' }).optional(),
  narrator: looseText.optional(),
  chapters: z.array(text, { error: 'should be a list of Markdown files' }).optional(),
  lexicon: oneOrMany(text).optional(),
  lists: oneOrMany(z.enum(['figures', 'tables'], { error: 'should be figures, tables or both' })).optional(),
  notes: z.enum(['chapter', 'book'], { error: 'should be chapter or book' }).optional(),
  abbreviations: z
    .record(text, looseText, { error: 'should hold abbreviations with what they stand for' })
    .optional(),
  images: images.optional(),
  narration: narration.prefault({}),
  podcast: authoredPodcastSchema.optional(),
});
export type Authored = z.output<typeof authoredSchema>;

/** The keys that an author may use, for "did you mean". */
export const authoredKeys: readonly string[] = Object.keys(authoredSchema.shape);

export function toMetadata(
  {
    chapters: _chapters,
    lexicon: _lexicon,
    lists: _lists,
    notes: _notes,
    abbreviations: _abbreviations,
    images: _images,
    narration: _narration,
    podcast: _podcast,
    ...rest
  }: Authored,
  title: string,
): Metadata {
  return { ...rest, title, language: languageOf(rest), subjects: rest.subjects.map(withKnownScheme) };
}

/** English where the author names no language. */
export function languageOf({ language: named }: Pick<Authored, 'language'>): string {
  return named ?? 'en';
}

export function toSettings(authored: Authored): Settings {
  const { narration, lists, notes, abbreviations, images: given, podcast } = authored;
  return {
    narration,
    ...(lists && { lists: [...new Set(lists)] }),
    ...(notes && { notes }),
    ...(abbreviations && { abbreviations }),
    ...(given?.largest !== undefined && { images: { largest: given.largest } }),
    ...(podcast && { podcast: toPodcastSettings(podcast) }),
  };
}
