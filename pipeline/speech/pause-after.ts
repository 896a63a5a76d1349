import { pausesAfter, pauseWithinPhrase } from '../phrasing.ts';

/** The silence in seconds between two pieces of an utterance, by the sign that the first ends with. */
export function pauseAfter(text: string): number {
  const sign = /([^\s"'”’)\]])["'”’)\]]*$/u.exec(text)?.[1] ?? '';
  return pausesAfter[sign] ?? pauseWithinPhrase;
}
