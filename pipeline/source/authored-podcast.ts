/** How an author may write the settings of a podcast. */
import { z } from 'zod';
import { webAddress } from '../address.ts';
import { address, instant, looseText, oneOrMany, text } from './authored-values.ts';
import { categoryFault, podcastCategory } from './podcast-categories.ts';
import { podcastDefaults, type PodcastSettings } from './podcast-settings.ts';

/** What is wrong with an address as the place where a podcast lies, worded to follow its key. */
export function baseUrlFault(written: string): string | undefined {
  const valid = webAddress(written);
  if (valid === undefined) return 'is not an address such as https://example.org/my-book';
  const { search, hash, username, password } = new URL(valid);
  if (username !== '' || password !== '')
    return 'should hold no name and password: everybody can read them in the feed';
  return search === '' && hash === '' && !/[?#]/.test(valid)
    ? undefined
    : 'should end before “?” and “#”: the names of files are put behind it';
}

/** The address of a folder, by which the names of its files are found. */
export function baseUrlOf(written: string): string {
  return (webAddress(written) ?? written).replace(/\/+$/, '');
}

const baseUrl = text
  .superRefine((value, context) => {
    const fault = baseUrlFault(value);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  })
  .transform(baseUrlOf);

const category = text
  .superRefine((value, context) => {
    if (podcastCategory(value) === undefined)
      context.addIssue({ code: 'custom', message: categoryFault(value) });
  })
  .transform((value) => ({ ...(podcastCategory(value) ?? { name: value }) }));

/** Not a union of one and many: each fault is told where it stands. */
const categories = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(category, { error: 'should be a category or a list of them' }).min(1, 'should name a category'),
);

const rhythm = 'should be day, week, or a number of days such as 3 days';
const every = looseText
  .refine((value) => daysOf(value) !== undefined, rhythm)
  .transform((value) => daysOf(value) ?? 1);

const funding = z.union([address.transform((url) => ({ url })), z.strictObject({ url: address, text })], {
  error: 'should be an address, or url and text',
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const authoredPodcastSchema = z.strictObject(
  {
    baseUrl: baseUrl.exactOptional(),
    episodes: z
      .enum(['book', 'chapters', 'both'], { error: 'should be book, chapters or both' })
      .exactOptional(),
    categories: categories.exactOptional(),
    explicit: z.boolean({ error: 'should be true or false' }).exactOptional(),
    type: z.enum(['serial', 'episodic'], { error: 'should be serial or episodic' }).exactOptional(),
    owner: z
      .strictObject(
        { name: text, email: z.email({ error: 'is not an address such as name@example.org' }) },
        { error: 'should hold name and email' },
      )
      .exactOptional(),
    link: address.exactOptional(),
    artwork: text.exactOptional(),
    funding: oneOrMany(funding).exactOptional(),
    guid: text
      .refine((value) => uuid.test(value), 'is not a UUID such as 917393e3-1b1e-5cef-ace4-edaa54e1f810')
      .toLowerCase()
      .exactOptional(),
    season: z
      .int('should be a whole number from 1')
      .min(1, 'should be a whole number from 1')
      .exactOptional(),
    schedule: z
      .strictObject(
        { start: instant.exactOptional(), every: every.exactOptional() },
        { error: 'should hold start, every or both' },
      )
      .exactOptional(),
    dates: z
      .record(text, instant, { error: 'should hold files of chapters with their dates' })
      .exactOptional(),
  },
  { error: 'should hold settings of the podcast, such as baseUrl and episodes' },
);
export type AuthoredPodcast = z.output<typeof authoredPodcastSchema>;

export function toPodcastSettings({ funding: given, schedule, ...rest }: AuthoredPodcast): PodcastSettings {
  return {
    ...podcastDefaults,
    ...rest,
    ...(given && {
      funding: given.map((one) => ({ address: one.url, ...('text' in one && { text: one.text }) })),
    }),
    ...(schedule && {
      schedule: {
        ...(schedule.start !== undefined && { start: schedule.start }),
        ...(schedule.every !== undefined && { days: schedule.every }),
      },
    }),
  };
}

function daysOf(written: string): number | undefined {
  const named = { day: 1, daily: 1, week: 7, weekly: 7 }[written.toLowerCase()];
  if (named !== undefined) return named;
  const [, number, unit] = /^(\d{1,4})(?: ?(days?|weeks?))?$/i.exec(written) ?? [];
  const days = Number(number ?? 0) * (unit?.toLowerCase().startsWith('week') === true ? 7 : 1);
  return days > 0 ? days : undefined;
}
