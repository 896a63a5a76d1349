import type { Root } from 'xast';
import { elementsOf, localName, placeOf } from '../epub/xml.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';

/** What of a page shuts somebody out, and needs no eyes to be found. */
export function checkAccess(root: Root, path: string): readonly Finding[] {
  return [...elementsOf(root)].flatMap((element): readonly Finding[] => {
    const { attributes } = element;
    const place = placeOf(path, element);
    const [lang, xmlLang] = [attributes['lang'], attributes['xml:lang']];
    const found: Finding[] = [];
    if (lang != null && xmlLang != null && lang.toLowerCase() !== xmlLang.toLowerCase()) {
      const message = `The element is said to be in “${lang}” and in “${xmlLang}”.`;
      found.push(finding('languages-differ', message, place));
    }
    const name = localName(element);
    if (name === 'img' && attributes['alt'] === undefined && !isNamed(attributes))
      found.push(finding('alternative-missing', 'The image has no text alternative.', place));
    // Some programs read formulas by themselves; others say nothing at all.
    if (name === 'math' && attributes['alttext'] === undefined && !isNamed(attributes))
      found.push(finding('alternative-missing', 'The formula has no text alternative.', place, 'warning'));
    if (name === 'rp')
      found.push(finding('ruby-parenthesis', 'Reading systems need no parentheses for ruby.', place));
    return found;
  });
}

/** By other means of HTML and ARIA, or marked as something that nobody need hear of. */
function isNamed(attributes: Readonly<Record<string, string | null | undefined>>): boolean {
  const names = ['title', 'aria-label', 'aria-labelledby'].some((name) => (attributes[name] ?? '') !== '');
  return names || attributes['aria-hidden'] === 'true' || /^(?:presentation|none)$/.test(attributes['role'] ?? ''); // prettier-ignore
}
