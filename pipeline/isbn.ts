/**
 * An ISBN without its hyphens and spaces, or undefined for what is none: ten or thirteen digits of which the last checks the
 * others (ISO 2108).
 */
export function isbnOf(written: string): string | undefined {
  const bare = written
    .replace(/^(?:urn:isbn:|isbn(?:-1[03])?:?)/iu, '')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  if (/^97[89]\d{10}$/.test(bare))
    return checks(bare, 10, (index) => (index % 2 === 0 ? 1 : 3)) ? bare : undefined;
  if (/^\d{9}[\dX]$/.test(bare)) return checks(bare, 11, (index) => 10 - index) ? bare : undefined;
  return undefined;
}

/** Whether the sum of all digits, each by its weight, divides by the modulus. */
function checks(digits: string, modulus: number, weight: (index: number) => number): boolean {
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * weight(index),
    0,
  );
  return sum % modulus === 0;
}
