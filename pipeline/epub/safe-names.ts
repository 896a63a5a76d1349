/** Gives every file of a folder a name of its own that every file system can hold. */
export type Namer = (words: string, extension: string) => string;

/** Names differ in more than upper and lower case, which some file systems do not tell apart. */
export function createNamer(taken: Iterable<string> = []): Namer {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  return (words, extension) => {
    const stem = safeStem(words);
    for (let twin = 1; ; twin += 1) {
      const name = `${stem}${twin === 1 ? '' : `-${twin}`}.${extension}`;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  };
}

/** The last part of a path without its extension. */
export function wordsOfPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** ASCII letters, digits, hyphen and underscore: what EPUB 3.3 (4.1.5), URLs and all file systems agree on. */
function safeStem(words: string): string {
  const ascii = words.normalize('NFKD').replace(/\p{M}+/gu, '');
  const stem = ascii.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60); // prettier-ignore
  return stem === '' ? 'file' : stem;
}
