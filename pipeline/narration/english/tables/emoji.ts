import emoji from 'unicode-emoji-json/data-by-emoji.json' with { type: 'json' };
import { cardinal } from '../numbers/cardinal.ts';
import { ordinal } from '../numbers/ordinal.ts';

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(emoji).map(([sign, { name }]) => [bare(sign), spoken(name)]),
);

/** "red heart", "flag of France"; the colour of skin and hair goes unsaid. Undefined if Unicode names no such emoji. */
export function nameOfEmoji(sign: string): string | undefined {
  const whole = names.get(bare(sign));
  if (whole !== undefined) return whole;
  // A picture that is not in the list yet, by the pictures that it joins.
  const parts = sign.split('\u200D').map((part) => names.get(bare(part)));
  return parts.length > 1 && parts.every((part) => part !== undefined) ? parts.join(' ') : undefined;
}

function bare(sign: string): string {
  return sign.replace(/[\uFE0E\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, '');
}

function spoken(name: string): string {
  return name
    .replace(/^flag:? /u, 'flag of ')
    .replace(/^keycap:? /u, 'key ')
    .replace(/:/gu, ',')
    .replace(/\*/gu, 'star')
    .replace(/#/gu, 'hash')
    .replace(/&/gu, 'and')
    .replace(/1234/u, 'one two three four')
    .replace(/(\d+)(?:st|nd|rd|th)\b/gu, (_, digits: string) => ordinal(digits))
    .replace(/\d+/gu, (digits) => cardinal(digits));
}
