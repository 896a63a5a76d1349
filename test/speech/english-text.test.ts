import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toEnglishText } from '../../pipeline/speech/english-text.ts';

describe('English text', () => {
  test.each([
    ['“Hello,” she said — then left.', '"Hello," she said, then left.'],
    ['naïve café, Łódź, Ærø, straße', 'naive cafe, Lodz, AEro, strasse'],
    ['€5.50 and £1,000 and 7 €', '5.50 euros and 1,000 pounds and 7 euros'],
    ['2½ cups, ½ spoon', '2 and one half cups, one half spoon'],
    ['a ≠ b = c', 'a is not b equals c'],
    ['yes—no', 'yes, no'],
    ['well-known 1999–2004', 'well-known 1999-2004'],
    ['wait……… what??????', 'wait... what???'],
    ['co\u00adoperate, ﬁne', 'cooperate, fine'],
    ['one\ttwo\0three\nfour', 'one two three four'],
    ['She said Привет 🎉 to me', 'She said to me'],
    ['', ''],
  ])('%j is spoken %j', (written, spoken) => {
    expect(toEnglishText(written).spoken).toBe(spoken);
  });

  test('each word is found where it says', () => {
    const { spoken, words } = toEnglishText('Dr. Łoś — €5');
    expect(words.map(({ text, end }) => [text, spoken.slice(0, end)])).toEqual([
      ['Dr.', 'Dr.'],
      ['Łoś', 'Dr. Los'],
      ['—', 'Dr. Los,'],
      ['€5', 'Dr. Los, 5 euros'],
    ]);
  });

  test('whatever is written, nothing but printable ASCII is spoken, without long runs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { spoken, words } = toEnglishText(text);
        expect(spoken).toMatch(/^[ -~]*$/);
        expect(spoken).not.toMatch(/\S{60}/);
        expect(words.map((word) => word.text)).toEqual(
          text.split(/[\s\p{Cc}]+/u).filter((word) => word !== ''),
        );
        expect(words.at(-1)?.end ?? 0).toBe(spoken.length);
      }),
    );
  });
});
