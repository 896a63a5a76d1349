/** A file of the archive and a place in it. */
export type Address = { readonly path: string; readonly fragment?: string };

/**
 * Where a relative address leads from a file of the archive; undefined where it leads out of it, or onto the network.
 */
export function resolveAddress(written: string, from: string): Address | undefined {
  const base = `epub:///${from.split('/').map(encodeURIComponent).join('/')}`;
  try {
    const url = new URL(written.trim(), base);
    if (url.protocol !== 'epub:' || url.host !== '') return undefined;
    const path = decodeURIComponent(url.pathname.slice(1)).normalize('NFC');
    const fragment = url.hash === '' ? undefined : decodeURIComponent(url.hash.slice(1));
    return { path, ...(fragment !== undefined && { fragment }) };
  } catch {
    return undefined;
  }
}
