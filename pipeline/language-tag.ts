/**
 * A BCP 47 tag in its canonical form (`de-at` is `de-AT`), or undefined for what is none. `german` has the form of one, but no
 * language of more than three letters is registered.
 */
export function languageTag(written: string): string | undefined {
  if (/^[a-z]{4,}/i.test(written)) return undefined;
  try {
    return Intl.getCanonicalLocales(written)[0];
  } catch {
    return undefined;
  }
}

/** What stands before the first hyphen, in small letters: the language, whatever its region or script. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-', 1).join('');
}
