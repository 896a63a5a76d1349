/** The last word in the plural: "nineties", "sixes", "hundreds". */
export function plural(words: string): string {
  if (/[^aeiou]y$/u.test(words)) return `${words.slice(0, -1)}ies`;
  return /(?:x|s|ch|sh)$/u.test(words) ? `${words}es` : `${words}s`;
}
