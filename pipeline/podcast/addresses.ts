/** Where what belongs to a podcast is found on the web. */

export const feedName = 'feed.xml';

/**
 * The address of an output file.
 *
 * @param baseUrl of the folder that the files are served from
 * @param name with slashes: `podcast/01-arrival.mp3`
 */
export function addressOf(baseUrl: string, name: string): string {
  return [baseUrl.replace(/\/+$/, ''), ...name.split('/').map(escapeSegment)].join('/');
}

/** Also what `encodeURIComponent` leaves, since old readers of feeds stumble over a quote or a bracket in an address. */
function escapeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
