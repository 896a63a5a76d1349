/** The words of a text as they are written: what stands between spaces and holds a letter or a digit. */
export function writtenWords(text: string): string[] {
  return text.split(betweenWords).filter((word) => holdsLetterOrDigit(word));
}

/** White space and control characters, which no voice may see. */
export const betweenWords = /[\s\p{Cc}]+/u;

export function holdsLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
