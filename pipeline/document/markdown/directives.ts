import type { Nodes, Paragraph, Parent, Root, RootContent, Text } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { nearest } from '../../nearest.ts';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { asLeaf, takeBraces, unreadableFence } from './loose-braces.ts';
import { applyIndexDirective, isIndexDirective } from './index-directive.ts';
import { applySpeechDirective, asBlockPause, isAccidental, isSpeechDirective } from './speech-directives.ts';
import { blockDirectives } from './speech-rules.ts';
import { applyPlaceDirective, isPlaceDirective, placeDirectives } from './structure-directives.ts';

/** What each directive becomes in HTML, and the attributes that it takes. */
const directives: Readonly<
  Record<string, { readonly element: string; readonly attributes: readonly string[] }>
> = {
  figure: { element: 'figure', attributes: ['credit', 'license', 'source', 'decorative'] },
  description: { element: 'details', attributes: [] },
  table: { element: 'div', attributes: ['row-headers'] },
  note: { element: 'aside', attributes: [] },
  tip: { element: 'aside', attributes: [] },
  warning: { element: 'aside', attributes: [] },
  aside: { element: 'aside', attributes: [] },
  poem: { element: 'div', attributes: [] },
  definitions: { element: 'div', attributes: [] },
};

/**
 * Gives the directives that Lectern knows their element. Others are an author's slip, or no directives at
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
    takeBraces(parent);
    parent.children = parent.children.flatMap((written): RootContent[] => {
      const child = asLeaf(written) ?? written;
      if (isStrayFence(child)) {
        found.push(problems.strayFence(placeOf(child)));
        return [];
      }
      if ('children' in child) visit(child);
      switch (child.type) {
        case 'paragraph':
          return [paragraph(child)];
        case 'textDirective':
          if (isPlaceDirective(child) && !isAccidental(child, source)) return place(child);
          if (isIndexDirective(child) && !isAccidental(child, source)) return indexMark(child);
          return isSpeechDirective(child) && !isAccidental(child, source)
            ? speech(child)
            : literally(child, source);
        case 'leafDirective':
          if (isPlaceDirective(child)) return place(child);
          if (isIndexDirective(child)) return indexMark(child);
          return isSpeechDirective(child) ? speech(child) : unknownLeaf(child);
        case 'containerDirective':
          if (isPlaceDirective(child)) return place(child);
          if (isIndexDirective(child)) return indexMark(child);
          return isSpeechDirective(child) ? speech(child) : container(child);
        default:
          return [child];
      }
    });
  }

  function speech(node: TextDirective | LeafDirective | ContainerDirective): RootContent[] {
    found.push(...applySpeechDirective(node, placeOf(node)));
    return [node];
  }

  function place(node: TextDirective | LeafDirective | ContainerDirective): RootContent[] {
    found.push(...applyPlaceDirective(node, placeOf(node)));
    return [node];
  }

  function indexMark(node: TextDirective | LeafDirective | ContainerDirective): RootContent[] {
    found.push(...applyIndexDirective(node, placeOf(node)));
    return [node];
  }

  function paragraph(node: Paragraph): RootContent {
    const fence = unreadableFence(node);
    if (fence) found.push(problems.directiveUnreadable(placeOf(node), fence.name, fence.braces));
    return asBlockPause(node) ?? node;
  }

  function unknownLeaf(node: LeafDirective): RootContent[] {
    found.push(problems.unknownDirective(placeOf(node), node.name, undefined));
    return [{ type: 'paragraph', children: literally(node, source), ...positionOf(node) }];
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
  const known = [...Object.keys(directives), ...blockDirectives, ...placeDirectives];
  return nearest(name, known) ?? known.find((one) => one.startsWith(name.toLowerCase().slice(0, 3)));
}
