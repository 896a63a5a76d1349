import type { Formula, Inline, Link, Mark, NoteReference } from '../document/model.ts';
import { raisedSigns } from '../raised-signs.ts';
import { spokenAddress } from './policy.ts';
import type { Spoken } from './spoken.ts';
import { TextFolder } from './text-folder.ts';

/** Inlines as they are said: numbers of notes left out, images by their alternatives, bare addresses by their hosts. */
export function spokenText(inlines: readonly Inline[]): Spoken {
  const folder = new TextFolder();
  takeAll(inlines, folder);
  return folder.spoken();
}

function takeAll(inlines: readonly Inline[], folder: TextFolder): void {
  for (const inline of inlines) take(inline, folder);
}

function take(inline: Inline, folder: TextFolder): void {
  switch (inline.type) {
    case 'text':
    case 'code':
      return folder.add(inline.value);
    case 'break':
      return folder.add(' ');
    case 'image':
      return folder.add(inline.alt);
    case 'math':
      return takeFormula(inline, folder);
    case 'pause':
      return folder.pause(inline.seconds);
    case 'note':
    case 'page':
    case 'index':
      return;
    case 'link':
      return isBareAddress(inline)
        ? folder.add(spokenAddress(inline.to.address))
        : takeAll(inline.children, folder);
    case 'mark':
      return takeMark(inline, folder);
  }
}

/** Shown in one line, said in words. In a language whose words for it are not known the line is left to the voice. */
function takeFormula({ linear, alttext }: Formula, folder: TextFolder): void {
  const add = (): void => {
    folder.add(linear);
  };
  if (alttext === linear) add();
  else folder.span({ say: alttext, letters: true }, add);
}

export function spokenFormula(formula: Formula): Spoken {
  const folder = new TextFolder();
  takeFormula(formula, folder);
  return folder.spoken();
}

function takeMark({ tag, lang, voice, speech, children }: Mark, folder: TextFolder): void {
  // A gloss says again what it stands over.
  if (tag === 'rt' || tag === 'rp') return;
  const power = tag === 'sup' ? powerOf(children, folder.lastCharacter) : undefined;
  const add = (): void => (power === undefined ? takeAll(children, folder) : folder.add(power));
  const about = {
    ...(lang !== undefined && { language: lang }),
    ...(voice !== undefined && { voice }),
    ...speech,
  };
  if (Object.keys(about).length === 0) add();
  else folder.span(about, add);
}

const raised: Readonly<Record<string, string>> = { ...raisedSigns, '-': '⁻', x: 'ˣ' };

/**
 * A raised number right behind something, in the raised signs themselves: `10<sup>3</sup>` is not 103, nor `said.<sup>3</sup>` a
 * fraction. As long as it was.
 */
function powerOf(children: readonly Inline[], before: string): string | undefined {
  const text = wordsOf(children);
  if (!/^(?:[-−+]?\d{1,8}|[nix])$/u.test(text) || before === '') return undefined;
  return Array.from(text, (sign) => raised[sign] ?? sign).join('');
}

function isBareAddress(link: Link): link is Link & { to: { address: string } } {
  if (!('address' in link.to)) return false;
  const words = wordsOf(link.children);
  return (
    words !== '' &&
    (words === link.to.address || `mailto:${words}` === link.to.address || /^https?:\/\/\S+$/.test(words))
  );
}

function wordsOf(inlines: readonly Inline[]): string {
  return spokenText(inlines).text;
}

export function noteReferencesIn(inlines: readonly Inline[]): readonly NoteReference[] {
  return inlines.flatMap((inline): readonly NoteReference[] => {
    if (inline.type === 'note') return [inline];
    return inline.type === 'mark' || inline.type === 'link' ? noteReferencesIn(inline.children) : [];
  });
}
