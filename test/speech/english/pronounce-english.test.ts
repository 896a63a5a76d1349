import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishVersion } from '../../../pipeline/speech/english/version.ts';
import { createEnglishPronouncer } from '../../../pipeline/speech/english/pronounce-english.ts';
import { kokoroPhonemes, kokoroPunctuation } from '../../../pipeline/speech/english/kokoro-symbols.ts';
import { pronounce, say, sourceOf, spokenWords } from './say.ts';

/** Every symbol of Kokoro's tokenizer, in the order of its numbers. */
const tokenizer =
  '$;:,.!?—…"()“” \u0303ʣʥʦʨᵝꭧAIOQSTWYᵊabcdefhijklmnopqrstuvwxyzɑɐɒæβɔɕçɖðʤəɚɛɜɟɡɥɨɪʝɯɰŋɳɲɴøɸθœɹɾɻʁɽʂʃʈʧʊʋʌɣɤχʎʒʔˈˌːʰʲ↓→↗↘ᵻ';

const letters = (text: string): string[] => Array.from(text);

describe('running speech', () => {
  it.each([
    ['A cat sat on the mat.', 'ɐ kˈæt sˈæt ˌɔn ðə mˈæt.'],
    ['the end', 'ði ˈɛnd'],
    ['the university', 'ðə jˌunəvˈɜɹsəɾi'],
    ['the FBI', 'ði ˌɛfbˌiˈI'],
    ['to eat', 'tʊ ˈit'],
    ['to go', 'tə ɡˈO'],
    ['What are you looking at?', 'wˌʌt ɑɹ ju lˈʊkɪŋ ˈæt?'],
    ['It’s not for me.', 'ɪts nˌɑt fɔɹ mi.'],
    ['That is what they came for.', 'ðæt ɪz wˌʌt ðA kˈAm fˈɔɹ.'],
    ['I’m here.', 'ˌIm hˈɪɹ.'],
    ['vitamin A.', 'vˈIɾəmən ˈA.'],
    ['“Why?” he asked—and left.', '“wˈI?” hi ˈæskt—ænd lˈɛft.'],
  ])('%s', (text, sounds) => {
    expect(say(text)).toBe(sounds);
  });

  it.each([
    ['far away, more of it', 'fˈɑːɹ əwˈA, mˈɔːɹ ɒv ɪt'],
    ['the idea of it', 'ði Idˈiːə ɒv ɪt'],
    ['Far. Away.', 'fˈɑː. əwˈA.'],
  ])('in Britain an r is heard before a vowel: %s', (text, sounds) => {
    expect(say(text, 'GB')).toBe(sounds);
  });

  it.each([
    ['A', 'ˈA'],
    ['Notes', 'nˈOts'],
    ['I', 'ˈI'],
    ['The', 'ðˈi'],
    ['Of', 'ˈʌv'],
  ])('a heading of one word has its stress: %s', (text, sounds) => {
    expect(say(text)).toBe(sounds);
  });
});

describe('American sounds', () => {
  it.each([
    ['water', 'wˈɔɾəɹ'],
    ['party', 'pˈɑɹɾi'],
    ['better', 'bˈɛɾəɹ'],
    ['little', 'lˈɪɾᵊl'],
    ['button', 'bˈʌtᵊn'],
    ['wanted', 'wˈɔntᵻd'],
    ['boxes', 'bˈɑksᵻz'],
    ['evidence', 'ˈɛvədᵊns'],
    ['caught', 'kˈɔt'],
    ['hurry', 'hˈɜɹi'],
    ['marry', 'mˈɛɹi'],
    ['poor', 'pˈʊɹ'],
    ['unable', 'ˌʌnˈAbᵊl'],
    ['probably', 'pɹˈɑbəbli'],
    ['nation', 'nˈAʃən'],
  ])('%s', (word, sounds) => {
    expect(say(word)).toBe(sounds);
  });
});

describe('British sounds', () => {
  it.each([
    ['water', 'wˈɔːtə'],
    ['new', 'njˈuː'],
    ['assume', 'əsjˈuːm'],
    ['hot', 'hˈɒt'],
    ['father', 'fˈɑːðə'],
    ['law', 'lˈɔː'],
    ['dog', 'dˈɒɡ'],
    ['watch', 'wˈɒʧ'],
    ['bath', 'bˈɑːθ'],
    ['class', 'klˈɑːs'],
    ['classic', 'klˈasɪk'],
    ['can’t', 'kˈɑːnt'],
    ['passenger', 'pˈasᵊnʤə'],
    ['example', 'ɪɡzˈɑːmpᵊl'],
    ['merry', 'mˈɛɹi'],
    ['Mary', 'mˈɛːɹi'],
    ['marry', 'mˈaɹi'],
    ['hair', 'hˈɛː'],
    ['near', 'nˈɪə'],
    ['sure', 'ʃˈɔː'],
    ['fire', 'fˈIə'],
    ['hurry', 'hˈʌɹi'],
    ['nurse', 'nˈɜːs'],
    ['dictionary', 'dˈɪkʃənəɹi'],
    ['territory', 'tˈɛɹɪtəɹi'],
    ['ceremony', 'sˈɛɹəməni'],
    ['hostile', 'hˈɒstIl'],
    ['civilisation', 'sˌɪvəlIzˈAʃᵊn'],
    ['schedule', 'ʃˈɛdjuːl'],
    ['tomatoes', 'təmˈɑːtQz'],
    ['vase', 'vˈɑːz'],
    ['leisure', 'lˈɛʒə'],
    ['privacy', 'pɹˈɪvəsi'],
    ['media', 'mˈiːdɪə'],
    ['story', 'stˈɔːɹi'],
    ['forest', 'fˈɒɹəst'],
    ['Birmingham', 'bˈɜːmɪŋəm'],
    ['four', 'fˈɔː'],
    ['Z', 'zˈɛd'],
  ])('%s', (word, sounds) => {
    expect(say(word, 'GB')).toBe(sounds);
  });
});

describe('words made from known ones', () => {
  it.each([
    ['selfies', 'sˈɛlfiz', 'dictionary'],
    ['README', 'ɹˈidmˌi', 'dictionary'],
    ['unfollowed', 'ˌʌnfˈɑlOd', 'derived'],
    ['screenreaders', 'skɹˈinɹˌidəɹz', 'derived'],
    ['audiobook', 'ˈɔdiˌObˌʊk', 'derived'],
    ['clickable', 'klˈɪkəbᵊl', 'derived'],
    ['unfriendliness', 'ˌʌnfɹˈɛndlinəs', 'derived'],
    ['microplastics', 'mˌIkɹOplˈæstɪks', 'derived'],
    ['bedside-table', 'bˈɛdsˌIdtˈAbᵊl', 'dictionary'],
    ['colour', 'kˈʌləɹ', 'dictionary'],
    ['organise', 'ˈɔɹɡənˌIz', 'dictionary'],
    ['centre', 'sˈɛntəɹ', 'dictionary'],
    ['travelled', 'tɹˈævᵊld', 'dictionary'],
    ['jewellery', 'ʤˈuəlɹi', 'dictionary'],
    ['programme', 'pɹˈOɡɹˌæm', 'dictionary'],
    ['paediatric', 'pˌidiˈætɹɪk', 'dictionary'],
    ['naïve', 'nˌɑˈiv', 'dictionary'],
    ['café', 'kəfˈA', 'dictionary'],
    ['goin’', 'ɡˈOən', 'dictionary'],
    ['soooo', 'sˈO', 'derived'],
    ['hmmmm', 'hm', 'derived'],
    ['shhh', 'ʃ', 'dictionary'],
    ['’tis', 'tˈɪz', 'dictionary'],
    ['o’clock', 'əklˈɑk', 'dictionary'],
    ['y’all', 'jˈɔl', 'dictionary'],
    ['I’d’ve', 'ˈIdəv', 'dictionary'],
    ['McAllister', 'məkˈæləstəɹ', 'dictionary'],
  ])('%s', (word, sounds, source) => {
    expect(say(word)).toBe(sounds);
    expect(sourceOf(word)).toBe(source);
  });
});

describe('capitals', () => {
  it.each([
    ['NATO', 'nˈAɾO'],
    ['NASA’s', 'nˈæsᵻz'],
    ['UNESCO', 'junˈɛskO'],
    ['JPEG', 'ʤˈApˌɛɡ'],
    ['AIDS', 'ˈAdz'],
    ['DARPA', 'dˈɑɹpə'],
    ['FBI', 'ˌɛfbˌiˈI'],
    ['FBI’s', 'ˌɛfbˌiˈIz'],
    ['EU', 'ˌijˈu'],
    ['HTML', 'ˌAʧtˌiˌɛmˈɛl'],
    ['URLs', 'jˌuˌɑɹˈɛlz'],
    ['MPs', 'ˌɛmpˈiz'],
    ['PDFs', 'pˌidˌiˈɛfs'],
    ['U.S.', 'jˌuˈɛs.'],
    ['PhD', 'pˌiˌAʧdˈi'],
    ['iPhone', 'ˈIfˌOn'],
    ['eBay', 'ˈibˌA'],
    ['GitHub', 'ɡˈɪthˌʌb'],
    ['McDonald', 'məkdˈɑnᵊld'],
    ['UN-backed', 'jˌuˈɛnbˈækt'],
    ['STOP the car.', 'stˈɑp ðə kˈɑɹ.'],
    ['He works in IT here.', 'hi wˈɜɹks ɪn ˌItˈi hˈɪɹ.'],
    ['The US said so.', 'ðə jˌuˈɛs sˈɛd sˈO.'],
    ['The WHO warned us.', 'ðə dˌʌbᵊljuˌAʧˈO wˈɔɹnd ʌs.'],
    ['WE WILL NEVER STOP FIGHTING.', 'wi wɪl nˈɛvəɹ stˈɑp fˈIɾɪŋ.'],
  ])('%s', (text, sounds) => {
    expect(say(text)).toBe(sounds);
  });

  it('are named where the wording says so', () => {
    expect(pronounce([{ text: 'NATO,', begin: 0, end: 5, letters: true }])).toEqual([
      { phonemes: 'ˌɛnˌAtˌiˈO,', source: 'letters' },
    ]);
  });
});

describe('names that no list knows', () => {
  it.each([
    ['Szczęsny', 'ʃʧˈɛnsni'],
    ['Vučić', 'vˈuʧɪʧ'],
    ['Milošević', 'mˈilOʃɛvɪʧ'],
    ['Łukasz', 'wˈukɑʃ'],
    ['Qiang', 'ʧjˈɑŋ'],
    ['Søren', 'sˈɜɹən'],
    ['Москва', 'mˈɑskvə'],
    ['Αθήνα', 'əθˈinə'],
  ])('%s is guessed by its spelling', (name, sounds) => {
    expect(say(name)).toBe(sounds);
    expect(sourceOf(name)).toBe('guessed');
  });

  it.each([
    ['Zelenskyy', 'zəlˈɛnski'],
    ['Nguyen', 'wˈɪn'],
    ['Siobhán', 'ʃəvˈɔn'],
    ['Dvořák', 'dvˈɔɹʒɑk'],
  ])('%s is listed', (name, sounds) => {
    expect(say(name)).toBe(sounds);
  });

  it('has no sounds for scripts that are not read here', () => {
    expect(pronounce(spokenWords('東京,'))).toEqual([{ phonemes: ',', source: 'guessed' }]);
  });

  it('moves the stress where an ending wants it', () => {
    expect(say('deprecation')).toBe('dˌɛpɹəkˈAʃən');
    expect(say('flangicity')).toMatch(/ˈɪsəɾi$|ˈæ.*səɾi$/);
  });
});

describe('what an author gives', () => {
  it('is said, within its punctuation', () => {
    expect(pronounce([{ text: '“Kyiv,”', begin: 0, end: 7, ipa: 'ˈkiːjɪu' }])).toEqual([
      { phonemes: '“kˈijɪu,”', source: 'author' },
    ]);
  });
});

describe('any text', () => {
  const words = fc.array(
    fc.oneof(
      fc.string({
        unit: fc.constantFrom(...letters('aeiouybcdfghklmnprstvwxz')),
        minLength: 1,
        maxLength: 14,
      }),
      fc.string({
        unit: fc.constantFrom(...letters("AEIOUBCDRSTaeioubcdrst'’-éüçñßøÆłćž—.,?!“”‘…")),
        minLength: 1,
        maxLength: 12,
      }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.constantFrom('read', 'the', 'a', 'does', 'close', 'lives', 'US', 'to', 'of'),
    ),
    { maxLength: 12 },
  );

  it.each(['US', 'GB'] as const)(
    'gives %s symbols that Kokoro knows, one entry a word, the same each time',
    (accent) => {
      const known = new Set(tokenizer);
      fc.assert(
        fc.property(words, (texts) => {
          const spoken = texts.map((text, index) => ({ text, begin: index, end: index + 1 }));
          const pronounced = pronounce(spoken, accent);
          expect(pronounced).toHaveLength(texts.length);
          pronounced.forEach(({ phonemes }, index) => {
            expect(letters(phonemes).filter((symbol) => !known.has(symbol) || symbol === ' ')).toEqual([]);
            if (/[a-z]/iu.test(texts[index] ?? '')) expect(phonemes).toMatch(/\p{L}/u);
          });
          expect(createEnglishPronouncer(accent).pronounce(spoken)).toEqual(pronounced);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('uses no symbol beyond the tokenizer’s', () => {
    const known = new Set(tokenizer);
    expect(letters(kokoroPhonemes + kokoroPunctuation).filter((symbol) => !known.has(symbol))).toEqual([]);
  });

  it('is named by a version for each accent', () => {
    expect(englishVersion('US')).not.toBe(englishVersion('GB'));
  });
});
