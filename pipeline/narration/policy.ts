/** Decisions about what is said. Silences and tempos are in phrasing.ts, words that are spoken but not shown in words.ts. */

/** An address that stands for itself is said by its host alone. */
export function spokenAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  return url.protocol === 'mailto:' ? url.pathname : url.host.replace(/^www\./, '');
}
