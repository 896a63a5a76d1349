import type { Nodes, Parent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { speechRules } from './speech-rules.ts';

/**
 * Values that are no names are text to the parser: `:pause{1.5s}`, `:voice[words]{kokoro/af_heart}`. Gives them back to their
 * directives, braces and all.
 */
export function takeBraces(parent: Parent): void {
  for (const [index, node] of parent.children.entries()) {
    const next = parent.children[index + 1];
    if (node.type !== 'textDirective' || next?.type !== 'text' || !takesBraces(node.name)) continue;
    const [braces] = /^\{[^{}\n]*\}/u.exec(next.value) ?? [];
    if (braces === undefined || Object.keys(node.attributes ?? {}).length > 0) continue;
    next.value = next.value.slice(braces.length);
    node.attributes = { [braces]: '' };
  }
}

/** `::pause{2s}` and `::page{12}` are paragraphs to the parser; they become the directives that were meant. */
export function asLeaf(node: Nodes): LeafDirective | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [only] = node.children;
  const [, name, braces] =
    (only?.type === 'text' && /^::(pause|page)(\{[^{}\n]*\})\s*$/u.exec(only.value)) || [];
  if (name === undefined || braces === undefined) return undefined;
  return {
    type: 'leafDirective',
    name,
    attributes: { [braces]: '' },
    children: [],
    ...(node.position && { position: node.position }),
  };
}

/** The name and the braces of a fence that the parser took for text, since its braces hold no attributes. */
export function unreadableFence(node: Nodes): { readonly name: string; readonly braces: string } | undefined {
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  const [, name = '', braces = ''] =
    (first?.type === 'text' && /^:{2,}([a-z]+)(?:\[[^\]]*\])?(\{[^\n]*)/u.exec(first.value)) || [];
  return isSpeech(name) ? { name, braces } : undefined;
}

function takesBraces(name: string): boolean {
  return name === 'page' || name === 'index' || isSpeech(name);
}

function isSpeech(name: string): boolean {
  return Object.hasOwn(speechRules, name);
}
