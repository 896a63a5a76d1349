import { numberSource, numberWords } from '../numbers/number-pattern.ts';
import { say } from '../speaking.ts';
import { scaleSigns } from '../tables/currencies.ts';
import { pattern, type Rule } from '../rule.ts';

const counted =
  String.raw`(?=[ \u00A0](?:people|men|women|children|users|jobs|barrels|viewers|copies|voters|customers|members|homes|households|` +
  'workers|visitors|deaths|cases|tests|doses|refugees|readers|followers|listeners|subscribers|views|downloads|acres|years|' +
  String.raw`pounds|dollars|euros|words|lines|rows|requests|records|votes|tonnes|tons)(?!\p{L}))`;

/** `1.2bn`, `2.5m people`, `10k followers`: a number cut short by a letter. */
const scaled: Rule = {
  name: 'scale',
  group: 'numbers',
  starts: ['digit'],
  pattern: pattern(
    `(?<amount>${numberSource})[ \\u00A0]?(?<scale>bn|Bn|trn|tn|mn|(?:[kKmMB]${counted}))(?![\\p{L}\\d])`,
  ),
  read: (hit) => ({
    words: [
      ...say(numberWords(hit.group('amount'), hit.british), hit.place('amount')),
      ...say(scaleSigns[hit.group('scale')] ?? '', hit.place('scale')),
    ],
  }),
};

export const scaleRules: readonly Rule[] = [scaled];
