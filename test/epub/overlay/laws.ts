/** The laws of what is read aloud. Each tells, in words, of all that breaks it. */
import type { ChapterAudio } from '../../../pipeline/audio/timeline.ts';
import type { HeardClip, HeardPage } from './heard-book.ts';

export type ChapterTime = { readonly begin: number; readonly end: number };
export type Told = {
  readonly pages: readonly (HeardPage & { readonly audioMilliseconds: number })[];
  readonly timeline: ReadonlyMap<string, Pick<ChapterAudio, 'sampleRate' | 'samples' | 'clips'>>;
  /** The marks that were read from each audiobook. Milliseconds, which a file may have more exactly. */
  readonly marks: Readonly<Record<string, readonly ChapterTime[]>>;
};
type Law = (told: Told) => readonly string[];

/** How far the times of one thing in two files may lie apart: each is rounded to a millisecond. */
const rounding = 1;
/** A word that the voice swallows is given 2 ms; those after it move. */
const wordRounding = 3;

const onceVoiced: Law = ({ pages }) =>
  pages.flatMap(({ page, shown, clips }) => {
    const counts = new Map<string, number>();
    for (const { id } of clips) counts.set(id, (counts.get(id) ?? 0) + 1);
    return shown.flatMap(({ words, within }) => {
      const count = within.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
      return count === 1 ? [] : [`${page}: “${words.trim()}” has ${count} clips`];
    });
  });

const inOrder: Law = ({ pages }) =>
  pages.flatMap(({ page, ids, clips }) => {
    const places = clips.map((clip) => (clip.page === page ? ids.indexOf(clip.id) : -1));
    return places.flatMap((place, index) =>
      place > (places[index - 1] ?? -1) ? [] : [`${page}: ${clips[index]?.id ?? ''} is out of order`],
    );
  });

const apart: Law = ({ pages }) => {
  const files = grouped(pages.flatMap(({ clips }) => clips), ({ audio }) => audio);
  return files.flatMap(([, clips]) =>
    clips
      .toSorted((a, b) => a.begin - b.begin)
      .flatMap((clip, index, all) =>
        clip.end > clip.begin && clip.begin >= (all[index - 1]?.end ?? 0) ? [] : [`${clip.id} overlaps`],
      ),
  );
}; // prettier-ignore

const withinAudio: Law = ({ pages }) =>
  pages.flatMap(({ clips, audioMilliseconds }) =>
    clips.flatMap(({ id, end }) => (end <= audioMilliseconds ? [] : [`${id} ends at ${end} of ${audioMilliseconds} ms`])),
  ); // prettier-ignore

/** The clips of a page, behind each other, are as long as what the timeline has of the same elements. */
const oneTimeline: Law = ({ pages, timeline }) => {
  const lengths = new Map([...timeline.values()].flatMap((chapter) => [...heardOf(chapter)]));
  return pages.flatMap(({ clips }) => {
    let reached = 0;
    return groups(clips, lengths).flatMap(([id, words]) => {
      const { seconds = Number.NaN, begins = [] } = lengths.get(id) ?? {};
      const [begin, end] = [reached * 1000, (reached + seconds) * 1000];
      reached += seconds;
      const isAt = near(words[0]?.begin, begin, rounding) && near(words.at(-1)?.end, end, rounding);
      const lost = words.slice(1).filter((word) =>
          !begins.some((at) => near(word.begin, begin + at * 1000, wordRounding))); // prettier-ignore
      return [...(isAt ? [] : [`${id} is elsewhere in the timeline`]), ...lost.map((word) => `${word.id} begins with no word`)]; // prettier-ignore
    });
  });
};

/** The audiobook has the pages that are chapters, in the order of the book. */
const marksOfTimeline: Law = ({ pages, timeline, marks }) =>
  Object.entries(marks).flatMap(([file, found]) => {
    let reached = 0;
    const heard = pages.flatMap(({ clips }) => chapterOf(clips, timeline) ?? []);
    const wanted = heard.map(({ samples, sampleRate }): ChapterTime => {
      const begin = reached;
      reached += samples / sampleRate;
      return { begin: begin * 1000, end: reached * 1000 };
    });
    if (wanted.length !== found.length) return [`${file} has ${found.length} marks for ${wanted.length} chapters`]; // prettier-ignore
    return wanted.flatMap(({ begin, end }, index) => {
      const mark = found[index];
      const isRight = near(mark?.begin, begin, rounding) && near(mark?.end, end, rounding);
      return isRight ? [] : [`${file}: mark ${index + 1} is at ${mark?.begin}, its chapter at ${begin}`];
    });
  });

export const overlayLaws = {
  'every text and every alternative has one clip': onceVoiced,
  'clips come in the order of the page': inOrder,
  'clips do not overlap': apart,
  'clips end within their audio': withinAudio,
  'clips lie where the timeline has their sound': oneTimeline,
  'chapter marks lie where the timeline has their chapters': marksOfTimeline,
} as const satisfies Readonly<Record<string, Law>>;
export type LawName = keyof typeof overlayLaws;

/** What is broken, by law; laws that are kept are left out. */
export function brokenLaws(told: Told): Partial<Record<LawName, readonly string[]>> {
  const all = Object.entries(overlayLaws).map(([name, law]) => [name, law(told)] as const);
  return Object.fromEntries(all.filter(([, broken]) => broken.length > 0));
}

/** Where the page's first sound is in the timeline; undefined for the EPUB's own pages, which the audiobook has not. */
function chapterOf(clips: readonly HeardClip[], timeline: Told['timeline']) {
  const [chapter] = [...timeline].filter(
    ([id, { clips: own }]) =>
      !id.startsWith('lectern:') && own.some(({ target }) => target !== undefined && clips.some((clip) => clip.id === target || clip.id === `${target}-w1`)), // prettier-ignore
  );
  return chapter?.[1];
}

type Heard = {
  /** With the silence after it. */
  readonly seconds: number;
  /** Of its words, from its own beginning. */
  readonly begins: readonly number[];
};

/** What is heard of each element. What has no element of its own is heard with the next one, or with the last. */
function heardOf({ clips, samples, sampleRate }: Pick<ChapterAudio, 'sampleRate' | 'samples' | 'clips'>) {
  const heard = new Map<string, Heard>();
  const last = clips.findLast(({ target }) => target !== undefined)?.target;
  let from: number | undefined;
  for (const [index, { target, beginSample, words }] of clips.entries()) {
    from ??= beginSample;
    const owner = target ?? (clips.slice(index).some((clip) => clip.target !== undefined) ? undefined : last);
    if (owner === undefined) continue;
    const end = clips[index + 1]?.beginSample ?? samples;
    const before = heard.get(owner);
    const offset = before?.seconds ?? 0;
    const own = words.filter((_, at) => at % 4 === 2).map((at) => offset + (at - (from ?? 0)) / sampleRate);
    heard.set(owner, { seconds: offset + (end - from) / sampleRate, begins: [...(before?.begins ?? []), ...own] }); // prettier-ignore
    from = undefined;
  }
  return heard;
}

/** The clips of words belong to their sentence. */
function groups(
  clips: readonly HeardClip[],
  known: ReadonlyMap<string, unknown>,
): readonly (readonly [id: string, clips: readonly HeardClip[]])[] {
  return grouped(clips, ({ id }) => (known.has(id) ? id : id.replace(/-w\d+$/, '')));
}

function grouped<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): readonly (readonly [key: string, group: readonly T[]])[] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return [...found];
}

function near(a: number | undefined, b: number, tolerance: number): boolean {
  return a !== undefined && Math.abs(a - b) <= tolerance;
}
