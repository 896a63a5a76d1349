/** What a manifest of an audiobook must have, and what those of Lectern have beside (Audiobooks, 5.2; Publication Manifest, 2). */
import { z } from 'zod';

const duration = z.string().regex(/^PT\d+(\.\d{1,3})?S$/);
const date = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
/** Within the package: neither absolute, nor upwards, nor with anything that would have to be escaped. */
const inside = z.string().regex(/^[a-z0-9]+(\/[a-z0-9]+)*\.[a-z0-9]+$/);
const resource = z.strictObject({
  type: z.literal('LinkedResource'),
  url: inside,
  encodingFormat: z.enum(['text/html', 'text/vtt', 'image/jpeg', 'image/png']),
  integrity: z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/).optional(),
  rel: z.enum(['contents', 'cover']).optional(),
  name: z.string().optional(),
}); // prettier-ignore
const direction = z.enum(['ltr', 'rtl']);
const ways = z.enum(['auditory', 'textual']);

export const audiobookSchema = z
  .strictObject({
    '@context': z.tuple([
      z.literal('https://schema.org'),
      z.literal('https://www.w3.org/ns/pub-context'),
      z.strictObject({ language: z.string().min(2), direction }),
    ]),
    conformsTo: z.literal('https://www.w3.org/TR/audiobooks/'),
    type: z.literal('Audiobook'),
    id: z.string().regex(/^[a-z]+:\S+$/),
    name: z.string().min(1),
    alternativeHeadline: z.string().optional(),
    author: z.array(z.string().min(1)).min(1).optional(),
    readBy: z.array(z.string().min(1)).min(1).optional(),
    publisher: z.strictObject({ type: z.literal('Organization'), name: z.string() }).optional(),
    inLanguage: z.string().min(2),
    readingProgression: direction,
    datePublished: date.optional(),
    dateModified: date.optional(),
    description: z.string().optional(),
    copyrightNotice: z.string().optional(),
    license: z.url().optional(),
    duration,
    abridged: z.literal(false),
    accessMode: z.array(ways).min(1),
    accessModeSufficient: z
      .array(z.strictObject({ type: z.literal('ItemList'), itemListElement: z.array(ways).length(1) }))
      .min(1),
    accessibilityFeature: z.array(z.string()).min(3),
    accessibilityHazard: z.array(z.string()).min(1),
    readingOrder: z
      .array(
        resource.extend({
          encodingFormat: z.enum(['audio/mpeg', 'audio/mp4', 'audio/ogg']),
          integrity: z.string(),
          name: z.string().min(1),
          duration,
          alternate: z.array(resource).min(1).optional(),
        }),
      )
      .min(1),
    resources: z.array(resource),
  })
  .refine(({ resources }) => resources.filter(({ rel }) => rel === 'contents').length === 1, 'one contents')
  .refine(
    ({ resources }) => resources.every(({ rel, name }) => rel !== 'cover' || name !== undefined),
    'cover',
  ) // prettier-ignore
  .refine(
    ({ readingOrder, duration: whole }) =>
      readingOrder.reduce((sum, item) => sum + thousandths(item.duration), 0) === thousandths(whole),
    'the chapters are as long as the book',
  )
  .refine(({ readingOrder, resources }) => {
    const named = [...readingOrder, ...resources].map(({ url }) => url);
    return new Set(named).size === named.length;
  }, 'nothing twice')
  .refine(({ readingOrder, resources }) => {
    const listed = new Set(resources.map(({ url }) => url));
    return readingOrder.every(({ alternate = [] }) => alternate.every(({ url }) => listed.has(url)));
  }, 'alternates are listed');

export type AudiobookManifest = z.output<typeof audiobookSchema>;

export function thousandths(iso: string): number {
  return Math.round(Number(iso.slice(2, -1)) * 1000);
}
