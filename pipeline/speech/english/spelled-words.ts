/** Written in capitals, said as words: `NATO`. With letters a–z only; the sounds come from the dictionary, own words or the guess. */
const saidAsWords = new Set(
  `nato nasa unesco unicef aids opec fema scuba laser radar sonar ram rom pin gif jpeg scotus potus flotus norad
  nafta asean apec osha hipaa covid sars mers nasdaq nimby yolo fomo swat seal basic cobol fortran ansi ascii
  ajax json yaml crud gui lan wan sim zip moma imax ikea lego fiat saab nabisco nascar fifa uefa interpol
  benelux epcot cern awol asap dos posix bios captcha cad toefl gmat lsat mensa nokia ofsted ofcom oxfam quango
  soho tardis taser unprofor wasp epub daisy scsi raid ping wysiwyg aukus brics euratom frontex eurostat aipac
  camra cobra gestapo gulag hamas isis medicaid opec pemex salt tarp unctad unrwa zanu mash delf cop nimbys`.split(
    /\s+/,
  ),
);
/** Spelled out although the dictionary knows a word of that spelling. */
const spelledOut = new Set('esa sat vat erp lol adhd aarp faqs naacp uaw cia'.split(' '));

export type Neighbourhood = {
  /** The words beside it are in capitals as well: shouting, or a heading. */
  readonly shouted: boolean;
  readonly isKnown: (word: string) => boolean;
};

/** How a written word is to be taken: by its letters' names, as a word, or in runs of both: `iPhone`, `PhD`, `MPs`. */
export type Taken = { readonly letters: boolean; readonly text: string };

const camel = /\p{Lu}{2,}(?=\p{Lu}\p{Ll}{2})|\p{Lu}{2,}|\p{Lu}?\p{Ll}+|\p{Lu}|\d+/gu;

export function takeWord(core: string, around: Neighbourhood): readonly Taken[] {
  const plural = /^((?:\p{Lu}|\d){2,}|\p{Lu}(?='))('?s|'S)$/u.exec(core);
  if (plural !== null) {
    const [stem] = takeWord(plural[1] ?? '', around);
    if (stem !== undefined)
      return [{ letters: stem.letters, text: `${stem.text}${(plural[2] ?? '').toLowerCase()}` }];
  }
  const letters = core.replace(/'/gu, '');
  if (/^\p{Lu}{2,}$/u.test(letters)) return [{ letters: isSpelled(core, around), text: core }];
  if (/\d/u.test(core)) return parts(core);
  // A capital inside: "iPhone", "McDonald" (known to the dictionary whole), "PhD".
  if (/\p{Ll}.*\p{Lu}|\p{Lu}{2,}\p{Ll}/u.test(core) && !around.isKnown(core.toLowerCase()))
    return camelParts(core, around);
  return [{ letters: false, text: core }];
}

function isSpelled(core: string, { shouted, isKnown }: Neighbourhood): boolean {
  const word = core.toLowerCase();
  if (saidAsWords.has(word)) return false;
  if (spelledOut.has(word) && !shouted) return true;
  if (!/[aeiouy]/.test(word) && !/^(?:hmm+|shh+|psst|pfft|brr+|grr+|mm+|tsk|zzz+)$/.test(word)) return true;
  if (shouted && isKnown(word)) return false;
  // "DARPA": nobody spells what can be said and is long.
  if (word.length >= 5 && /^[^aeiou]{0,2}(?:[aeiou]{1,2}[^aeiou]{1,2})+[aeiou]?$/.test(word)) return false;
  // "STOP" amid small letters is stressed; "US", "IT", "WHO" are names.
  return !(word.length >= 4 && isKnown(word));
}

function parts(core: string): readonly Taken[] {
  return (core.match(/\p{L}+(?:'\p{L}+)?|\d+/gu) ?? []).map((text) => ({
    letters: /\d/u.test(text) || /^\p{Lu}+$/u.test(text),
    text,
  }));
}

function camelParts(core: string, around: Neighbourhood): readonly Taken[] {
  if (/^(?:Mc|Mac|O')\p{Lu}\p{Ll}/u.test(core)) return [{ letters: false, text: core }];
  const pieces = core.match(camel) ?? [core];
  const taken: Taken[] = [];
  for (const piece of pieces) {
    const spelled =
      piece.length === 1 || (/^\p{Lu}+$/u.test(piece) && isSpelled(piece, { ...around, shouted: false }));
    const last = taken.at(-1);
    if (spelled && last?.letters === true)
      taken[taken.length - 1] = { letters: true, text: last.text + piece };
    else taken.push({ letters: spelled, text: piece });
  }
  const tail = core.slice(pieces.join('').length);
  const end = taken.at(-1);
  if (tail !== '' && end !== undefined) taken[taken.length - 1] = { ...end, text: end.text + tail };
  return taken;
}
