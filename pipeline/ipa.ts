/** Letters, marks, stress, length, tone and breaks of the International Phonetic Alphabet (IPA chart of 2020), and the tie bar. */
const ipaSigns = /^[a-zæçðøħŋœɐ-ʯβθχʰ-ˀˈˌːˑ˞ˠˤ˥-˩\u0300-\u036Fⁿˡᵊᵻᵿǀ-ǃ|‖.‿()\s-]$/u;

/** The first sign that is none of IPA's, or "" where there is no sound at all; undefined where all is well. */
export function faultInIpa(ipa: string): string | undefined {
  if (!/[\p{L}]/u.test(ipa)) return '';
  return Array.from(ipa.normalize('NFD')).find((sign) => !ipaSigns.test(sign));
}
