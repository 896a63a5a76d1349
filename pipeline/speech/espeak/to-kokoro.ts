/** Two sounds that espeak-ng ties together and Kokoro has one sign for. */
const tied: readonly (readonly [string, string])[] = [
  ['a^ɪ', 'I'],
  ['a^ʊ', 'W'],
  ['e^ɪ', 'A'],
  ['o^ʊ', 'O'],
  ['ə^ʊ', 'Q'],
  ['ɔ^ɪ', 'Y'],
  ['d^z', 'ʣ'],
  ['d^ʒ', 'ʤ'],
  ['t^s', 'ʦ'],
  ['t^ʃ', 'ʧ'],
];

/** Signs of espeak-ng that Kokoro does not know, by the nearest that it does. */
const nearest: Readonly<Record<string, string>> = {
  g: 'ɡ',
  ʲ: 'ʲ',
  ɐ: 'ɐ',
  ɫ: 'l',
  ʉ: 'ʊ',
  ɵ: 'ɔ',
  ɘ: 'ə',
  ʑ: 'ʒ',
  ɚ: 'əɹ',
};

/** IPA as espeak-ng writes it, in Kokoro's signs. A language switch in brackets "(en)" and marks of linking are left out. */
export function toKokoro(ipa: string): string {
  let sound = ipa
    .normalize('NFD')
    .replace(/\([a-z-]+\)/gu, '')
    .replace(/\u0361/gu, '^');
  for (const [from, to] of tied) sound = sound.replaceAll(from, to);
  return Array.from(sound.replace(/[\^\-.‿\u0329\u032F\u031A]/gu, ''))
    .map((sign) => nearest[sign] ?? sign)
    .join('');
}
