/** How wide text is on a screen: a letter is one column, an ideograph, a syllable of Hangul or an emoji two. */

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/u; // prettier-ignore
const widthless = /^[\p{Mark}\p{Format}\p{Control}]+$/u;
const plain = /^[\u0020-\u02ff]*$/;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

export function columnsOf(text: string): number {
  if (plain.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (!widthless.test(segment)) columns += wide.test(segment) ? 2 : 1;
  }
  return columns;
}
