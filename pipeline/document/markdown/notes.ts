import type { FootnoteDefinition, FootnoteReference, Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';

/**
 * Hands footnotes on as elements of their own, so that the model, and not the HTML converter, decides where they
 * stand: a reference becomes `sup[data-lectern=reference]`, a definition `aside[data-lectern=note]`.
 */
export function applyNotes(root: Root, placeOf: (node: Nodes) => Place): readonly Problem[] {
  const found: Problem[] = [];
  const defined = new Map<string, FootnoteDefinition>();
  const referred = new Set<string>();
  visit(root, (node) => {
    if (node.type === 'footnoteDefinition' && !defined.has(node.identifier))
      defined.set(node.identifier, node);
    if (node.type === 'footnoteReference') referred.add(node.identifier);
    // The parser takes a reference without a definition for text.
    if (node.type === 'text') {
      for (const [, label] of node.value.matchAll(/\[\^([^\]\s]+)\]/g))
        found.push(problems.noteUndefined(placeOf(node), label ?? ''));
    }
  });
  for (const [identifier, node] of defined) {
    if (!referred.has(identifier)) found.push(problems.noteUnused(placeOf(node), node.label ?? identifier));
  }
  visit(root, (node) => {
    if (node.type === 'footnoteReference')
      become(node, 'sup', { dataLectern: 'reference', dataLabel: node.identifier });
    if (node.type === 'footnoteDefinition')
      become(node, 'aside', { dataLectern: 'note', dataLabel: node.identifier });
  });
  return found;
}

function become(
  node: FootnoteReference | FootnoteDefinition,
  element: string,
  properties: Record<string, string>,
): void {
  const changed = node as unknown as { type: string; children?: RootContent[]; data: unknown };
  // A type that the converter has no rule of its own for: it then goes by `data`.
  changed.type = 'lecternNote';
  changed.children ??= [];
  changed.data = { hName: element, hProperties: properties };
}
