import type { Nodes, Parent, Root, RootContent, Text } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { problems, type Place, type Problem } from '../../problems.ts';

/** What each directive becomes in HTML, and the attributes that it takes. */
const directives: Readonly<
  Record<string, { readonly element: string; readonly attributes: readonly string[] }>
> = {
  figure: { element: 'figure', attributes: ['credit', 'license', 'source'] },
  description: { element: 'details', attributes: [] },
  table: { element: 'div', attributes: ['row-headers'] },
};

/**
 * Gives the container directives that Lectern knows their element. Others are an author's slip, or no directives at
 * all (a time such as 10:30am, a C++ name): their words stay as they were written.
 */
export function applyDirectives(
  root: Root,
  source: string,
  placeOf: (node: Nodes) => Place,
): readonly Problem[] {
  const found: Problem[] = [];
  visit(root);
  return found;

  function visit(parent: Parent): void {
    parent.children = parent.children.flatMap((child): RootContent[] => {
      if (child.type === 'textDirective') return literally(child, source);
      if (isStrayFence(child)) {
        found.push(problems.strayFence(placeOf(child)));
        return [];
      }
      if (child.type === 'leafDirective') {
        found.push(problems.unknownDirective(placeOf(child), child.name, undefined));
        return [{ type: 'paragraph', children: literally(child, source), ...positionOf(child) }];
      }
      if ('children' in child) visit(child);
      if (child.type === 'containerDirective') return container(child);
      return [child];
    });
  }

  function container(node: ContainerDirective): RootContent[] {
    const known = directives[node.name];
    if (!known) {
      found.push(problems.unknownDirective(placeOf(node), node.name, guess(node.name)));
      return node.children;
    }
    for (const name of Object.keys(node.attributes ?? {})) {
      if (!known.attributes.includes(name) && name !== 'id') {
        found.push(problems.unknownDirectiveAttribute(placeOf(node), name, node.name, known.attributes));
      }
    }
    const given = Object.entries(node.attributes ?? {}).filter(
      ([name]) => known.attributes.includes(name) || name === 'id',
    );
    node.data = {
      hName: known.element,
      hProperties: {
        dataLectern: node.name,
        ...Object.fromEntries(
          given.map(([name, value]) => [name === 'id' ? 'id' : dataName(name), value ?? '']),
        ),
      },
    };
    for (const child of node.children) {
      if (child.type === 'paragraph' && child.data?.directiveLabel)
        child.data = { ...child.data, hProperties: { dataLectern: 'label' } };
    }
    return [node];
  }
}

/** Colons alone: the end of a directive that has ended already, since its inner one was fenced with as many colons. */
function isStrayFence(node: Nodes): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false;
  const [only] = node.children;
  return only?.type === 'text' && /^:{3,}\s*$/.test(only.value);
}

/** The directive as the author wrote it, its label's own Markdown kept. */
function literally(
  node: TextDirective | LeafDirective,
  source: string,
): (Text | TextDirective['children'][number])[] {
  const begin = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? begin;
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  if (first === undefined || last === undefined) return [text(begin, end)];
  return [text(begin, first), ...node.children, text(last, end)];

  function text(from: number, to: number): Text {
    return { type: 'text', value: source.slice(from, to), ...positionOf(node) };
  }
}

function positionOf(node: Nodes): Pick<Nodes, 'position'> {
  return node.position ? { position: node.position } : {};
}

/** "row-headers" → "dataRowHeaders", as hast names properties. */
function dataName(attribute: string): string {
  return `data${attribute.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
}

function guess(name: string): string | undefined {
  return Object.keys(directives).find((known) => known.startsWith(name.toLowerCase().slice(0, 3)));
}
