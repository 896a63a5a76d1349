import { nameOfEmoji } from '../tables/emoji.ts';
import { reading } from '../speaking.ts';
import { pattern, type Rule } from '../rule.ts';

const one = String.raw`\p{Emoji}[\u{1F3FB}-\u{1F3FF}\uFE0E\uFE0F]{0,2}(?:[\u{E0020}-\u{E007F}]{1,8})?`;

/** An emoji by its name; what is pictured by several signs in one is one emoji. */
const picture: Rule = {
  name: 'emoji',
  group: 'emoji',
  starts: ['sign', 'digit'],
  pattern: pattern(`(?:\\p{RI}\\p{RI}|[\\d#*]\\uFE0F?\\u20E3|(?![\\d#*©®™])${one}(?:\\u200D${one}){0,8})`),
  read: (hit) => {
    const name = nameOfEmoji(hit.match);
    return name === undefined ? undefined : reading(name, hit);
  },
};

export const emojiRules: readonly Rule[] = [picture];
