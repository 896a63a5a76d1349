/** By what apps know a podcast and its episodes again. None of them may change when a book is built again or retitled. */
import { uuid5 } from '../uuid5.ts';

/** The namespace that the Podcast Namespace names for `podcast:guid`. */
const podcastNamespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6';
/** The namespace of the episodes that Lectern names: it must never change. */
const episodeNamespace = '797bca70-b903-4ab5-91ed-07eb5324eaf4';

/** Of the feed's address, without its scheme and slashes at its end (Podcast Namespace, `guid`). */
export function podcastGuid(feedAddress: string): string {
  return uuid5(podcastNamespace, feedAddress.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, ''));
}

/**
 * An episode's identity: the publication’s, and what the episode is made of. A title has no part in it, nor has the place of a
 * chapter among the others.
 *
 * @param publication what stays the same as long as it is the same publication
 * @param source a chapter's file and which of its chapters it is; undefined for the whole book
 */
export function episodeGuid(
  publication: string,
  source: { readonly file: string; readonly part: number } | undefined,
): string {
  const name = source === undefined ? [publication] : [publication, source.file, source.part];
  return `urn:uuid:${uuid5(episodeNamespace, JSON.stringify(name))}`;
}
