/** What an author may set about the podcast of a publication. */
import { z } from 'zod';
import { categoryOfBooks } from './podcast-categories.ts';

export const podcastSettingsSchema = z.strictObject({
  /** Under which the output folder of this publication is served, without a slash at its end. */
  baseUrl: z.string().exactOptional(),
  /** One episode for the whole book, one a chapter, or all of them. */
  episodes: z.enum(['book', 'chapters', 'both']),
  /** Of Apple's list; the first counts most. */
  categories: z.array(z.strictObject({ name: z.string(), below: z.string().exactOptional() })),
  /** Whether it is for adults alone. */
  explicit: z.boolean(),
  /** Heard from the first episode on, or each by itself. */
  type: z.enum(['serial', 'episodic']).exactOptional(),
  /** Whom directories write to. They show it to nobody, but it stands in the feed. */
  owner: z.strictObject({ name: z.string(), email: z.string() }).exactOptional(),
  /** The podcast's page. */
  link: z.string().exactOptional(),
  /** A square picture, as the author wrote its path. */
  artwork: z.string().exactOptional(),
  /** Where listeners can give money. */
  funding: z.array(z.strictObject({ address: z.string(), text: z.string().exactOptional() })).exactOptional(),
  /** The podcast's UUID, where it is not to follow from the feed's address: a feed that has moved keeps its first. */
  guid: z.string().exactOptional(),
  season: z.int().positive().exactOptional(),
  schedule: z
    .strictObject({
      /** A date or an instant in UTC. */
      start: z.string().exactOptional(),
      /** From one chapter to the next. */
      days: z.int().positive().exactOptional(),
    })
    .exactOptional(),
  /** When a chapter's file is published: a date or an instant in UTC. */
  dates: z.record(z.string(), z.string()).exactOptional(),
});
export type PodcastSettings = z.output<typeof podcastSettingsSchema>;

/** Of a publication that says nothing of a podcast. */
export const podcastDefaults: PodcastSettings = {
  episodes: 'book',
  categories: [{ ...categoryOfBooks }],
  explicit: false,
};
