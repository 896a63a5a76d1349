import type { Element, Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { languageTag } from '../../language-tag.ts';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { LexiconCollector, type ReadLexicon } from './collector.ts';

/**
 * A lexicon in the Pronunciation Lexicon Specification 1.0 (W3C, 2008). Each grapheme of a lexeme gets the lexeme's preferred
 * phoneme, else its first, else its preferred alias, else its first (sections 4.4 to 4.7). `role` is not judged: what it tells
 * apart, a text does not tell apart either (section 4.4).
 *
 * @param language of the publication, where the lexicon names none
 */
export function readPls(xml: string, file: string, language: string): ReadLexicon {
  const lexicon = lexiconIn(xml, file);
  if ('code' in lexicon) return { entries: [], problems: [lexicon] };
  const tag = lexicon.attributes['xml:lang'] ?? language;
  if (languageTag(tag) === undefined)
    return { entries: [], problems: [problems.languageTagWrong(placeOf(lexicon, file), tag)] };
  const collector = new LexiconCollector();
  const refused = new Set<string>();
  for (const lexeme of elements(lexicon, 'lexeme')) {
    const phoneme = preferred(elements(lexeme, 'phoneme'));
    const alias = preferred(elements(lexeme, 'alias'));
    const alphabet = phoneme?.attributes['alphabet'] ?? lexicon.attributes['alphabet'] ?? 'ipa';
    if (phoneme && alphabet !== 'ipa') {
      // Once: it is rarely that of one word alone.
      if (!refused.has(alphabet))
        collector.problems.push(problems.lexiconAlphabet(placeOf(phoneme, file), alphabet));
      refused.add(alphabet);
      continue;
    }
    const graphemes = elements(lexeme, 'grapheme');
    if (graphemes.length === 0) collector.problems.push(problems.lexiconWordEmpty(placeOf(lexeme, file)));
    for (const grapheme of graphemes)
      collector.take(
        {
          grapheme: textOf(grapheme),
          language: tag,
          ...(phoneme ? { ipa: textOf(phoneme) } : { say: alias && textOf(alias) }),
        },
        placeOf(grapheme, file),
      );
  }
  return collector;
}

/** What the parser throws: where, and its own error. */
type XmlFault = {
  readonly place?: { readonly line: number; readonly column: number };
  readonly cause?: unknown;
};

/** The outermost element. Nothing is loaded from elsewhere, and no entities are read that a document declares. */
function lexiconIn(xml: string, file: string): Element | Problem {
  const entities = /<!DOCTYPE[^>[]*\[/iu.exec(xml);
  if (entities) {
    const line = xml.slice(0, entities.index).split('\n').length;
    return problems.lexiconSyntax({ file, line }, 'it declares entities in its DOCTYPE');
  }
  try {
    const root = fromXml(xml.replace(/^\uFEFF/u, ''));
    const outermost = root.children.find((child): child is Element => child.type === 'element');
    if (outermost && localName(outermost) === 'lexicon') return outermost;
    const place = outermost ? placeOf(outermost, file) : { file };
    return problems.lexiconSyntax(place, 'its outermost element is not a lexicon');
  } catch (error) {
    const { place, cause = error } = error as XmlFault;
    // "Missing end tag for element a (line 2, column 22)", then a drawing of it.
    const words = (cause instanceof Error ? cause.message : String(cause)).replace(/\s*\(line \d[^]*$/u, '');
    return problems.lexiconSyntax(
      { file, ...(place && { line: place.line, column: place.column }) },
      words.charAt(0).toLowerCase() + words.slice(1),
    );
  }
}

function preferred(written: readonly Element[]): Element | undefined {
  return written.find(({ attributes }) => attributes['prefer'] === 'true') ?? written[0];
}

function elements(parent: Element, name: string): readonly Element[] {
  return parent.children.filter(
    (child): child is Element => child.type === 'element' && localName(child) === name,
  );
}

function localName({ name }: Element): string {
  return name.replace(/^.*:/u, '');
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return node.type === 'text' || node.type === 'cdata' ? node.value : '';
}

function placeOf({ position }: Element, file: string): Place {
  return { file, ...(position && { line: position.start.line, column: position.start.column }) };
}
