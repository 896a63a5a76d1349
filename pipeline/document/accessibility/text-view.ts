import type { Element, ElementContent, Root, Text } from 'hast';
import { languageTag, primaryLanguage } from '../../language-tag.ts';
import type { Place } from '../../problem.ts';
import { attributeOf, textOf } from '../from-html/html.ts';

/** An element where it stands. */
export type Scene = {
  readonly element: Element;
  /** BCP 47, of what is inside the element. */
  readonly language: string;
  /** Outermost first. */
  readonly ancestors: readonly Element[];
};

/** A run of text where it stands. */
export type Run = { readonly text: Text; readonly language: string; readonly ancestors: readonly Element[] };

/** One file as the checks see it: all that is in its tree, in reading order. */
export type TextView = {
  readonly file: string;
  readonly markdown: string;
  readonly scenes: readonly Scene[];
  readonly runs: readonly Run[];
};

export function viewOf(file: string, markdown: string, tree: Root, language: string): TextView {
  const scenes: Scene[] = [];
  const runs: Run[] = [];
  const visit = (
    nodes: Root['children'] | readonly ElementContent[],
    around: string,
    ancestors: Element[],
  ): void => {
    for (const node of nodes) {
      if (node.type === 'text') runs.push({ text: node, language: around, ancestors });
      if (node.type !== 'element') continue;
      const own = languageTag(attributeOf(node, 'lang') || attributeOf(node, 'xmlLang')) ?? around;
      scenes.push({ element: node, language: own, ancestors });
      visit(node.children, own, [...ancestors, node]);
    }
  };
  visit(tree.children, language, []);
  return { file, markdown, scenes, runs };
}

export function placeIn({ file }: TextView, { position }: Element | Text): Place {
  return { file, ...(position && { line: position.start.line, column: position.start.column }) };
}

export function isInside(ancestors: readonly Element[], ...names: readonly string[]): boolean {
  return ancestors.some(({ tagName }) => names.includes(tagName));
}

/** Whether something stands in a note. */
export function isInNote(ancestors: readonly Element[]): boolean {
  return ancestors.some(({ properties }) => properties['dataLectern'] === 'note');
}

/** What is heard of an element: its text, and its images by their alternatives. */
export function heardOf(node: Element | ElementContent): string {
  if (node.type !== 'element') return textOf(node);
  return node.tagName === 'img' ? attributeOf(node, 'alt') : node.children.map(heardOf).join('');
}

/** Words to compare: small letters, one space, no marks around them. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** What Lectern knows in a language, or in English where it knows nothing. */
export function inLanguage<T>(known: Readonly<Record<string, T>> & { readonly en: T }, language: string): T {
  return known[primaryLanguage(language)] ?? known.en;
}
