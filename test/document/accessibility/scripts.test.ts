import { expect, test } from 'vitest';
import { foreignPassage } from '../../../pipeline/document/accessibility/scripts.ts';

test.each([
  ['en', 'He wrote: «Мы пришли в гавань в полдень».', 'Cyrillic', 'Мы пришли в гавань в полдень'],
  ['de', 'בראשית ברא אלהים את השמים', 'Hebrew', 'בראשית ברא אלהים את השמים'],
  ['fr', 'السلام عليكم ورحمة الله', 'Arabic', 'السلام عليكم ورحمة الله'],
  ['en', '我们中午来到了港口', 'Chinese or Japanese', '我们中午来到了港口'],
  ['en', '우리는 정오에 항구에 왔다', 'Korean', '우리는 정오에 항구에 왔다'],
  ['ru', 'We came to the harbour at noon and found nobody.', 'Latin', 'We came to the harbour at noon and found nobody'],
  ['zh', '우리는 정오에 항구에 왔다', 'Korean', '우리는 정오에 항구에 왔다'],
])('a book in %s says %j', (language, text, script, words) => {
  expect(foreignPassage(text, language)).toMatchObject({ script, words });
}); // prettier-ignore

test.each([
  ['en', 'Лев Николаевич Толстой'],
  ['en', 'The word λόγος, or 中文, or שלום'],
  ['uk', 'Ми прийшли до гавані опівдні'],
  ['ja', '吾輩は猫である。名前はまだ無い。'],
  ['ja', '漢字カタカナひらがな漢字'],
  ['ko', '大韓民國 憲法 第一條 우리는 왔다'],
  ['sr', 'Došli smo u luku u podne i nikoga nismo našli.'],
  ['ru', 'Он купил Windows XP Professional и ушёл.'],
  ['und', 'Мы пришли в гавань в полдень'],
  ['zh-Hant', '我們中午來到了港口，一個人也沒有'],
])('a book in %s may say %j', (language, text) => {
  expect(foreignPassage(text, language)).toBeUndefined();
});

test('a name has a capital to each word; a sentence of capitals is long', () => {
  expect(foreignPassage('МЫ ПРИШЛИ В ГАВАНЬ В ПОЛДЕНЬ', 'en')).toBeDefined();
});
