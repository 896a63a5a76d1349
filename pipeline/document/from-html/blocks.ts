import { slug } from 'github-slugger';
import type { Element, ElementContent, RootContent } from 'hast';
import type { Block, GroupTag, Heading, Local, Paragraph } from '../model.ts';
import { blocksText, passageText } from '../plain-text.ts';
import { problems } from '../../problems.ts';
import {
  cleanText,
  localOf,
  noteAnchor,
  placeOf,
  within,
  type BuildContext,
  type Placing,
} from './context.ts';
import { figureOf, figureOfImages } from './figure.ts';
import { imagesAlone, isBlank, isBlock, isElement, textOf } from './html.ts';
import { asideOf, isAside } from './aside.ts';
import { definitionList } from './definitions.ts';
import { listOf } from './list.ts';
import { mathAlone, mathBlockOf } from './math.ts';
import { isPageMarker, pageMarkerOf, pageMarkersAlone } from './page-marker.ts';
import { passageOf } from './passage.ts';
import { poemOf } from './poem.ts';
import { quotationOf } from './quotation.ts';
import { silenceOf } from './speech.ts';
import { tableDirectiveOf, tableOf } from './table.ts';

/** HTML's flow content as blocks, in order. Text between blocks becomes paragraphs; what shows nothing is left out. */
export function blocksOf(
  nodes: readonly RootContent[],
  context: BuildContext,
  placing: Placing = {},
): readonly Block[] {
  const blocks: Block[] = [];
  let run: ElementContent[] = [];
  const endRun = (): void => {
    if (run.some((node) => !isBlank(node))) blocks.push(...paragraphOf(run, context, placing));
    run = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      endRun();
      blocks.push(...blockOf(node as Element, context, placing));
    } else if (node.type === 'text' || node.type === 'element') run.push(node);
  }
  endRun();
  return blocks;
}

function blockOf(element: Element, context: BuildContext, placing: Placing): readonly Block[] {
  const local = localOf(element);
  const inner = within(context, local);
  const built = build(element, inner, placing);
  const first = built[0];
  if (first) noteAnchor(context, element, first.id);
  return Object.keys(local).length === 0 ? built : built.map((block) => withLocal(block, local));
}

/** What is inside a block and has a language or voice of its own keeps it. */
function withLocal(block: Block, { voice, ...shown }: Local): Block {
  if (block.type === 'break' || block.type === 'pause' || block.type === 'page' || block.type === 'notes')
    return block;
  const located = 'lang' in block || block.type === 'code' ? block : { ...block, ...shown };
  return voice === undefined || 'voice' in located ? located : { ...located, voice };
}

function build(element: Element, context: BuildContext, placing: Placing): readonly Block[] {
  switch (element.tagName) {
    case 'p': {
      const alone = mathAlone(element.children);
      const math = alone && mathBlockOf(alone, context);
      if (math) return math;
      return paragraphOf(element.children, context, {});
    }
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return headingOf(element, context);
    case 'ul':
    case 'ol':
      return listOf(element, context);
    case 'blockquote':
      return quotationOf(element, context);
    case 'pre':
      return mathBlockOf(element, context) ?? codeOf(element, context);
    case 'hr':
      return [{ type: 'break', id: context.mint('br', '') }];
    case 'table':
      return tableOf(element, context, {});
    case 'figure':
      return figureOf(element, context);
    case 'div':
      if (silenceOf(element) !== undefined) return pauseOf(element, context);
      if (isPageMarker(element))
        return pageMarkersAlone([element]).flatMap((page) => pageMarkerOf(page, context) ?? []);
      if (element.properties['dataLectern'] === 'table') return tableDirectiveOf(element, context);
      if (element.properties['dataLectern'] === 'poem') return poemOf(element, context);
      if (element.properties['dataLectern'] === 'definitions')
        return definitionsOf(definitionList(element) ?? withoutDefinitions(element, context), context);
      return blocksOf(element.children, context, placing);
    case 'aside':
      if (isAside(element)) return asideOf(element, context);
      return groupOf('aside', element.children, context);
    case 'section':
    case 'article':
      return groupOf(element.tagName, element.children, context);
    case 'details':
      return detailsOf(element, context);
    case 'dl':
      return definitionsOf(element, context);
    default:
      return blocksOf(element.children, context, placing);
  }
}

function pauseOf(element: Element, context: BuildContext): readonly Block[] {
  const seconds = silenceOf(element) ?? 0;
  const words = blocksOf(element.children, context);
  if (seconds === 0) return words;
  return [{ type: 'pause', id: context.mint('pause', String(seconds)), seconds }, ...words];
}

function paragraphOf(
  children: readonly ElementContent[],
  context: BuildContext,
  { bare }: Placing,
): readonly Block[] {
  const pages = pageMarkersAlone(children);
  if (pages.length > 0) return pages.flatMap((page) => pageMarkerOf(page, context) ?? []);
  const images = imagesAlone(children);
  if (images) return images.flatMap((image) => figureOfImages([image], context));
  const passage = passageOf('p', children, context);
  if (!passage) return [];
  const paragraph: Paragraph = { type: 'paragraph', ...passage, ...(bare === true && { bare }) };
  return [paragraph];
}

function headingOf(element: Element, context: BuildContext): readonly Block[] {
  const tell = (): void => {
    context.found.push(problems.emptyHeading(placeOf(context, element)));
  };
  const pages = pageMarkersAlone(element.children);
  if (pages.length > 0) {
    tell();
    return pages.flatMap((page) => pageMarkerOf(page, context) ?? []);
  }
  const passage = passageOf('h', element.children, context);
  const showsWords = passage !== undefined && passageText(passage) !== '';
  if (!passage || (!showsWords && element.children.every((child) => !isElement(child, 'img')))) {
    tell();
    return [];
  }
  // Where it is no section of its chapter, inside an aside or a quotation, a link finds it all the same.
  const name = slug(passageText(passage));
  if (!context.anchors.has(name)) context.anchors.set(name, passage.id);
  const heading: Heading = {
    type: 'heading',
    rank: context.rankOf(Number(element.tagName.slice(1))),
    ...passage,
  };
  return [heading];
}

function codeOf(element: Element, context: BuildContext): readonly Block[] {
  const code = element.children.find((child) => isElement(child, 'code'));
  const value = cleanText(context, element, textOf(code ?? element))
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '');
  if (value.trim() === '') return [];
  const classes =
    isElement(code, 'code') && Array.isArray(code.properties['className'])
      ? code.properties['className']
      : [];
  const language = classes
    .map(String)
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length);
  return [
    {
      type: 'code',
      id: context.mint('code', value),
      ...(language && { language: language.toLowerCase() }),
      value,
    },
  ];
}

function groupOf(tag: GroupTag, children: readonly RootContent[], context: BuildContext): readonly Block[] {
  const blocks = blocksOf(children, context);
  if (blocks.length === 0) return [];
  return [{ type: 'group', id: context.mint(tag, blocksText(blocks.slice(0, 1))), tag, blocks }];
}

/** HTML wants one summary, first (4.11.1); details without one are plain content. */
function detailsOf(element: Element, context: BuildContext): readonly Block[] {
  const summary = element.children.find((child) => isElement(child, 'summary'));
  const rest = element.children.filter((child) => child !== summary);
  if (!isElement(summary)) return blocksOf(rest, context);
  const label = passageOf('p', [{ type: 'text', value: textOf(summary) }], context);
  const blocks = blocksOf(rest, context);
  if (!label || blocks.length === 0)
    return blocksOf(
      element.children.filter((child) => isElement(child) || !isBlank(child)),
      context,
    );
  const id = context.mint('details', passageText(label));
  const head: Block = {
    type: 'group',
    id: `${id}-summary`,
    tag: 'summary',
    blocks: [{ type: 'paragraph', bare: true, ...label }],
  };
  return [{ type: 'group', id, tag: 'details', blocks: [head, ...blocks] }];
}

/** A definition list whose terms and definitions come in the order that HTML wants (4.4.9); else its contents. */
function definitionsOf(element: Element, context: BuildContext): readonly Block[] {
  const parts = element.children.filter((child): child is Element => isElement(child));
  const orderly =
    parts.length > 1 &&
    isElement(parts[0], 'dt') &&
    isElement(parts.at(-1), 'dd') &&
    parts.every((part) => isElement(part, 'dt', 'dd'));
  if (!orderly) return blocksOf(element.children, context);
  const blocks = parts.flatMap((part): readonly Block[] => {
    if (part.tagName === 'dd')
      return groupWith('dd', blocksOf(part.children, context, { bare: true }), context);
    // A term is but a line (HTML, 4.4.10): of blocks in it their words are left.
    const words = part.children.some(isBlock)
      ? [{ type: 'text', value: textOf(part) } as const]
      : part.children;
    const term = passageOf('p', words, context);
    if (term) noteAnchor(context, part, term.id);
    const name = slug(textOf(part).trim());
    if (term && !context.anchors.has(name)) context.anchors.set(name, term.id);
    return term ? groupWith('dt', [{ type: 'paragraph', bare: true, ...term }], context) : [];
  });
  return groupWith('dl', blocks, context);
}

function withoutDefinitions(element: Element, context: BuildContext): Element {
  context.found.push(problems.definitionsWithout(placeOf(context, element)));
  return element;
}

function groupWith(tag: GroupTag, blocks: readonly Block[], context: BuildContext): readonly Block[] {
  return blocks.length === 0
    ? []
    : [{ type: 'group', id: context.mint(tag, blocksText(blocks.slice(0, 1))), tag, blocks }];
}
