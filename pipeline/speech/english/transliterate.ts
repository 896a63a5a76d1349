/** Letters of other alphabets as an English reader would write their sound. */
const greek =
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o';
const cyrillic =
  'а a б b в v г g ґ g д d е e ё yo є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ў w ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya ђ dj ј y љ ly њ ny ћ ch џ dzh';
const latin = 'æ ae œ oe ø o đ d ð th þ th ł l ı i ħ h ŋ ng ß ss ə a ſ s';

const letters = new Map<string, string>();
for (const table of [greek, cyrillic, latin]) {
  const items = table.split(' ');
  for (let index = 0; index < items.length; index += 2)
    letters.set(items[index] ?? '', items[index + 1] ?? '');
}

/** A word in small letters as a–z and apostrophes: accents dropped, Greek and Cyrillic written in Latin, all else left out. */
export function toLatin(word: string): string {
  let latinWord = '';
  for (const letter of word.normalize('NFD').replace(/\p{M}/gu, '')) {
    latinWord += /[a-z']/.test(letter) ? letter : (letters.get(letter) ?? '');
  }
  return latinWord;
}
