/**
 * Addresses as books may hold them: valid by the URL Standard (4.3), which is stricter than what browsers can parse
 * and what EPUBCheck asks for, and of a scheme that leads somewhere from a book and runs nothing.
 */
const schemes = /^(https?|ftp|mailto|tel):/i;

/** What no part after the host may hold unescaped: all that is no URL code point (URL Standard, 4.3). */
const foreign = /[^\p{L}\p{N}\p{M}\p{S}\p{P}%]|[\p{Cn}\p{Cs}\p{Co}"#<>[\\\]^`{|}]|%(?![0-9a-f]{2})/giu;

/**
 * The address as it is written if it is valid, escaped if escaping makes it so, and undefined if nothing does:
 * a host that cannot exist, an unknown scheme, nothing after the scheme.
 */
export function validAddress(written: string): string | undefined {
  if (!schemes.test(written) || !URL.canParse(written)) return undefined;
  const hosted = /^([a-z]+):\/\/([^/?#\\]*)/i.exec(written);
  const { protocol, hostname, href } = new URL(written);
  const special = /^(https?|ftp):$/.test(protocol);
  if (special && !hostExists(hostname)) return undefined;
  // Browsers mend http:/x and http:\\x; a book says it right.
  const address = special && (!hosted?.[2] || /\s/.test(hosted[2])) ? href : written;
  const front = /^[a-z]+:(\/\/[^/?#\\]*)?/i.exec(address)?.[0] ?? '';
  const rest = address.slice(front.length);
  if (rest === '' && !special) return undefined;
  const [before = '', ...after] = rest.split('#');
  const path = escape(special ? before.replaceAll('\\', '/') : before);
  return front + path + (after.length === 0 ? '' : `#${escape(after.join('#'))}`);
}

/** The same for pages on the web alone. */
export function webAddress(written: string): string | undefined {
  return /^https?:/i.test(written) ? validAddress(written) : undefined;
}

function escape(part: string): string {
  return part
    .toWellFormed()
    .replace(foreign, (character) => (character === '%' ? '%25' : encodeURIComponent(character)));
}

/** By the lengths of DNS (RFC 1035, 2.3.4): labels of 1 to 63 bytes, 253 in all; a last dot is fine. */
function hostExists(hostname: string): boolean {
  if (hostname.startsWith('[')) return true;
  const labels = hostname.replace(/\.$/, '').split('.');
  return hostname.length <= 253 && labels.every((label) => label.length > 0 && label.length <= 63);
}
