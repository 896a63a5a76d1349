/**
 * A BCP 47 tag in its canonical form (`de-at` is `de-AT`), or undefined for what is none. `german` has the form of one, but no
 * language of more than three letters is registered.
 */
export function languageTag(written: string): string | undefined {
  // Most elements have no language at all, and an exception for each of them takes its time.
  if (written === '' || /^[a-z]{4,}/i.test(written)) return undefined;
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

/**
 * Whether a tag's language is one that CLDR knows by name or by its script: some thousands, all that a slip may be taken for.
 *
 * @param tag in the form of one, as `languageTag` gives it
 */
export function isKnownLanguage(tag: string): boolean {
  const language = primaryLanguage(tag);
  // Not determined, or for private use.
  if (/^(?:und|x|q[a-t][a-z])$/.test(language)) return true;
  if (new Intl.Locale(language).maximize().script !== undefined) return true;
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
}
