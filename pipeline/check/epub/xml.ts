import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { FindingPlace } from '../finding.ts';
import { UnreadableError } from '../own-finding.ts';

/** No book comes near it, and what walks a tree by recursion stays safe. */
const mostDepth = 1000;

/**
 * The tree of a document. Nothing that it names is fetched, and no entity of its own is expanded.
 *
 * @throws UnreadableError where it is not well-formed, or nested too deeply for any reader.
 */
export function parseXml(text: string, path: string): Root {
  const tooDeep = (cause?: unknown) =>
    new UnreadableError('broken-xml', 'The elements are nested too deeply.', { path }, cause);
  try {
    const root = fromXml(text);
    if (depthOf(root) > mostDepth) throw tooDeep();
    return root;
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    if (error instanceof RangeError) throw tooDeep(error);
    const { cause, line, column } = error as Error & { readonly line?: number; readonly column?: number };
    const said = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(error);
    // The library repeats the place, which stands beside the message.
    const words = said.replace(/\s*\(line \d+, column \d+\)/, '').replace(/[:.\s]+$/, '');
    const place = { path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
    throw new UnreadableError('broken-xml', `This is not well-formed XML: ${words}.`, place, error);
  }
}

function depthOf(root: Root): number {
  let depth = 0;
  for (let level: readonly Nodes[] = [root]; level.length > 0; depth++) {
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []));
  }
  return depth;
}

/** `epub:type` is `type` for whoever knows what is meant. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its local name, whatever prefix the document chose. */
export function attribute(element: Element, name: string): string | undefined {
  const own = element.attributes[name];
  if (own !== undefined) return own ?? undefined;
  const prefixed = Object.entries(element.attributes).find(([key]) => key.endsWith(`:${name}`));
  return prefixed?.[1] ?? undefined;
}

export function childElements(node: Nodes): readonly Element[] {
  const children: readonly Nodes[] = 'children' in node ? node.children : [];
  return children.filter((child) => child.type === 'element');
}

/** All elements in the order of the document, without recursion: a hostile file may nest them deeply. */
export function* elementsOf(root: Nodes): Generator<Element> {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'element') yield node;
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
}

export function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

export function placeOf(path: string, { position }: Nodes): FindingPlace {
  return position ? { path, line: position.start.line, column: position.start.column } : { path };
}
