/** Signs of Kokoro's phonemes that a recogniser cannot tell apart, and what is left out: stress, length, punctuation. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/ɾ/gu, 't'],
  [/[ᵻᵊəɐʌ]/gu, 'ə'],
  [/[^\p{L}]|[ˈˌː]/gu, ''],
];

/**
 * How many sounds have to be changed, added or left out to make the one of the other: "Taurus" is three away from "tourists".
 *
 * @param expected Kokoro's phonemes, as `heard`
 * @returns that number, and its share of the longer of the two: 0 to 1
 */
export function soundDistance(
  expected: string,
  heard: string,
): { readonly sounds: number; readonly share: number } {
  const [one, other] = [bare(expected), bare(heard)];
  let costs = Array.from({ length: other.length + 1 }, (_, column) => column);
  one.forEach((sound, row) => {
    const next = [row + 1];
    other.forEach((otherSound, column) => {
      const changed = (costs[column] ?? 0) + (sound === otherSound ? 0 : 1);
      next.push(Math.min(changed, (costs[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    });
    costs = next;
  });
  const sounds = costs.at(-1) ?? 0;
  return { sounds, share: sounds / Math.max(one.length, other.length, 1) };
}

function bare(phonemes: string): readonly string[] {
  return Array.from(alike.reduce((text, [pattern, sign]) => text.replace(pattern, sign), phonemes));
}
