/** The categories of Apple Podcasts, by which other directories sort as well; what stands below them, in their order. */
import { nearest } from '../nearest.ts';

export type PodcastCategory = { readonly name: string; readonly below?: string };

const categories: Readonly<Record<string, readonly string[]>> = {
  Arts: ['Books', 'Design', 'Fashion & Beauty', 'Food', 'Performing Arts', 'Visual Arts'],
  Business: ['Careers', 'Entrepreneurship', 'Investing', 'Management', 'Marketing', 'Non-Profit'],
  Comedy: ['Comedy Interviews', 'Improv', 'Stand-Up'],
  Education: ['Courses', 'How To', 'Language Learning', 'Self-Improvement'],
  Fiction: ['Comedy Fiction', 'Drama', 'Science Fiction'],
  Government: [],
  'Health & Fitness': ['Alternative Health', 'Fitness', 'Medicine', 'Mental Health', 'Nutrition', 'Sexuality'],
  History: [],
  'Kids & Family': ['Education for Kids', 'Parenting', 'Pets & Animals', 'Stories for Kids'],
  Leisure: ['Animation & Manga', 'Automotive', 'Aviation', 'Crafts', 'Games', 'Hobbies', 'Home & Garden', 'Video Games'],
  Music: ['Music Commentary', 'Music History', 'Music Interviews'],
  News: ['Business News', 'Daily News', 'Entertainment News', 'News Commentary', 'Politics', 'Sports News', 'Tech News'],
  'Religion & Spirituality': ['Buddhism', 'Christianity', 'Hinduism', 'Islam', 'Judaism', 'Religion', 'Spirituality'],
  Science: ['Astronomy', 'Chemistry', 'Earth Sciences', 'Life Sciences', 'Mathematics', 'Natural Sciences', 'Nature', 'Physics', 'Social Sciences'],
  'Society & Culture': ['Documentary', 'Personal Journals', 'Philosophy', 'Places & Travel', 'Relationships'],
  Sports: ['Baseball', 'Basketball', 'Cricket', 'Fantasy Sports', 'Football', 'Golf', 'Hockey', 'Rugby', 'Running', 'Soccer', 'Swimming', 'Tennis', 'Volleyball', 'Wilderness', 'Wrestling'],
  'TV & Film': ['After Shows', 'Film History', 'Film Interviews', 'Film Reviews', 'TV Reviews'],
  Technology: [],
  'True Crime': [],
}; // prettier-ignore

/** What books are where their author says nothing. */
export const categoryOfBooks: PodcastCategory = { name: 'Arts', below: 'Books' };

/** By its name, whatever its capitals: `History`, `Books`, or `Arts > Books`. */
export function podcastCategory(written: string): PodcastCategory | undefined {
  const key = keyOf(written);
  return all().find((category) => namesOf(category).some((name) => keyOf(name) === key));
}

/** What is wrong with a category, worded to follow its key. */
export function categoryFault(written: string): string {
  const meant = nearest(
    written.split(/[>/]/).at(-1)?.trim() ?? '',
    all().map(({ name, below }) => below ?? name),
  );
  const hint = meant === undefined ? 'they are such as Books, Fiction, History' : `did you mean “${meant}”?`;
  return `is not right: “${written}” is no category of Apple Podcasts; ${hint}`;
}

function all(): readonly PodcastCategory[] {
  return Object.entries(categories).flatMap(([name, below]) => [
    { name },
    ...below.map((one) => ({ name, below: one })),
  ]);
}

function namesOf({ name, below }: PodcastCategory): readonly string[] {
  return below === undefined ? [name] : [below, `${name}>${below}`];
}

function keyOf(written: string): string {
  return written
    .toLowerCase()
    .replace(/\band\b/g, '&')
    .replaceAll('/', '>')
    .replace(/[^\p{L}&>]/gu, '');
}
