import type { Inline, NoteReference } from '../document/model.ts';
import { spokenAddress } from './policy.ts';

/** Inlines as they are said: numbers of notes left out, images by their alternatives, bare addresses by their hosts. */
export function spokenText(inlines: readonly Inline[]): string {
  return inlines
    .map(spoken)
    .join('')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function spoken(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.value;
    case 'break':
      return ' ';
    case 'image':
      return inline.alt;
    case 'note':
      return '';
    case 'link':
      return isBareAddress(inline) ? spokenAddress(inline.to.address) : wordsOf(inline.children);
    case 'mark':
      // A gloss says again what it stands over.
      if (inline.tag === 'rt' || inline.tag === 'rp') return '';
      return wordsOf(inline.children);
  }
}

/** Inner white space stays: it is folded once, outside. */
function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map(spoken).join('');
}

function isBareAddress(
  link: Extract<Inline, { type: 'link' }>,
): link is typeof link & { to: { address: string } } {
  if (!('address' in link.to)) return false;
  const words = wordsOf(link.children).trim();
  return (
    words !== '' &&
    (words === link.to.address || `mailto:${words}` === link.to.address || /^https?:\/\/\S+$/.test(words))
  );
}

/** What has neither letter nor digit cannot be said: a lone dash, a row of stars. */
export function isSpeakable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

export function noteReferencesIn(inlines: readonly Inline[]): readonly NoteReference[] {
  return inlines.flatMap((inline): readonly NoteReference[] => {
    if (inline.type === 'note') return [inline];
    return inline.type === 'mark' || inline.type === 'link' ? noteReferencesIn(inline.children) : [];
  });
}
