/**
 * A name for folders and files on every system: lower-case ASCII letters, digits and hyphens, at most 80 of them.
 * What has no such letter (a title in Chinese, say) keeps its own letters; what has no letter at all is "publication".
 */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '');
  return (
    hyphenated(plain.replace(/[^\p{ASCII}]+/gu, ' ')) || hyphenated(name.normalize('NFC')) || 'publication'
  );
}

function hyphenated(text: string): string {
  const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  const letters = words.match(/./gsu) ?? [];
  return letters
    .slice(0, 80)
    .join('')
    .replace(/^-+|-+$/g, '');
}
