import { expect, it } from 'vitest';
import { ipaToKokoro } from '../../../pipeline/speech/english/ipa-to-kokoro.ts';

it.each([
  ['ˈkiːjɪu', 'kˈijɪu', 'kˈiːjɪu'],
  ['təˈmeɪtəʊ', 'təmˈAtO', 'təmˈAtQ'],
  ['ˈtʃɜːtʃ', 'ʧˈɜɹʧ', 'ʧˈɜːʧ'],
  ['d͡ʒʌd͡ʒ', 'ʤʌʤ', 'ʤʌʤ'],
  ['/ˈstrɛŋkθs/', 'stɹˈɛŋkθs', 'stɹˈɛŋkθs'],
  ['ˈɡoʊɪŋ', 'ɡˈOɪŋ', 'ɡˈQɪŋ'],
  ['ˈbæθ', 'bˈæθ', 'bˈaθ'],
  ['hɒt', 'hɑt', 'hɒt'],
  ['ˌʃvaɪˈtsɐ', 'ʃvˌItsˈə', 'ʃvˌItsˈə'],
  ['ˈbʌtɚ', 'bˈʌtəɹ', 'bˈʌtəɹ'],
  ['ˈlɪt.l̩', 'lˈɪtᵊl', 'lˈɪtᵊl'],
  ['bax', 'bɑk', 'bak'],
])('%s', (ipa, american, british) => {
  expect(ipaToKokoro(ipa, 'US')).toEqual({ phonemes: american, unknown: [] });
  expect(ipaToKokoro(ipa, 'GB')).toEqual({ phonemes: british, unknown: [] });
});

it('reports signs that it does not know, once each, and leaves them out', () => {
  expect(ipaToKokoro('k7æt7#', 'US')).toEqual({ phonemes: 'kæt', unknown: ['7', '#'] });
});
