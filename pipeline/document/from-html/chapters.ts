import type { Element, ElementContent, Root, RootContent } from 'hast';
import { authoredKind, type AuthoredKind } from '../../chapter-kinds.ts';
import type { Block, Chapter, Heading, Note, Section } from '../model.ts';
import { blocksText, passageText } from '../plain-text.ts';
import { wordsOf } from '../words.ts';
import { blocksOf } from './blocks.ts';
import type { BuildContext } from './context.ts';
import { isPageMarker, pageMarkersAlone } from './page-marker.ts';
import { attributeOf, isBlank, isBlock, isElement, textOf } from './html.ts';

export type Form = 'file' | 'folder';

/**
 * The level at which a file's chapters begin: 1; or 2 where a publication of one file opens with its only level-1
 * heading, which is its title; or the highest level that there is.
 */
export function chapterLevel(tree: Root, form: Form): number {
  const levels = tree.children.flatMap((child) => levelOf(child) ?? []);
  const highest = Math.min(...levels, 6);
  if (highest > 1) return highest;
  const isTitle = form === 'file' && levels[0] === 1 && levels.filter((level) => level === 1).length === 1;
  return isTitle && levels.includes(2) ? 2 : 1;
}

/** The content of each chapter, its heading first where it has one. */
export function splitChapters(tree: Root, level: number): readonly (readonly RootContent[])[] {
  const chapters: RootContent[][] = [[]];
  for (const child of tree.children) {
    const own = levelOf(child);
    if (own !== undefined && own <= level) chapters.push([]);
    chapters.at(-1)?.push(child);
  }
  const [first = [], ...rest] = chapters.filter((content) => content.some((node) => !isBlank(node)));
  const [second, ...others] = rest;
  return second && first.every(marksPlace) ? [opened(first, second), ...others] : [first, ...rest];
}

/** What the file of a chapter says of it. */
export type About = { readonly title?: string; readonly kind?: AuthoredKind };

/** What shows nothing is no chapter of its own: it may say what the first one is, or where in print that begins. */
function marksPlace(node: RootContent): boolean {
  return isBlank(node) || kindOf(node) !== undefined || pagesIn(node).length > 0;
}

function pagesIn(node: RootContent): readonly Element[] {
  if (node.type !== 'element') return [];
  return isPageMarker(node) ? [node] : pageMarkersAlone(node.tagName === 'p' ? node.children : []);
}

/** A page of print that begins before a heading begins in it, so that the heading still comes first. */
function opened(before: readonly RootContent[], content: readonly RootContent[]): readonly RootContent[] {
  const pages = before.flatMap(pagesIn).map((page): Element => ({ ...page, tagName: 'span' }));
  const [heading, ...rest] = content;
  const opening =
    heading?.type === 'element' ? [{ ...heading, children: [...pages, ...heading.children] }] : [];
  return [...before.filter((node) => kindOf(node) !== undefined), ...opening, ...rest];
}

/** Builds one chapter, with the notes that it is the first to refer to. Nothing to see is no chapter. */
export function buildChapter(
  written: readonly RootContent[],
  about: About,
  context: BuildContext,
): Chapter | undefined {
  const { title } = about;
  const kind = written.map(kindOf).find((own) => own !== undefined) ?? about.kind ?? 'chapter';
  const content = written.filter((node) => kindOf(node) === undefined);
  const heading = content.find((node) => !isBlank(node));
  const words =
    isElement(heading) && levelOf(heading) !== undefined
      ? textOf(heading).replace(/\s+/g, ' ').trim()
      : undefined;
  const id = context.mint('ch', words ?? title ?? content.map(textOf).join('').trim().slice(0, 200));
  context.notes.beginChapter(id);
  const blocks = withTitle(blocksOf(content, context), title, context);
  const notes = buildNotes(context);
  if (blocks.every(({ type }) => type === 'pause') && notes.length === 0) return undefined;
  const [first] = blocks;
  const own = first?.type === 'heading' ? passageText(first) : '';
  return {
    id,
    kind,
    title:
      own !== ''
        ? own
        : (wordsOf(context.bookLanguage).kinds[kind] ?? firstWords(blocksText(blocks)) ?? 'Untitled'),
    sections: sectionsOf(blocks.slice(first?.type === 'heading' ? 1 : 0)),
    blocks,
    notes,
  };
}

/** `::chapter{type=…}` says what the chapter is in which it stands. */
function kindOf(node: RootContent): AuthoredKind | undefined {
  if (!isElement(node, 'div') || node.properties['dataLectern'] !== 'chapter') return undefined;
  return authoredKind(attributeOf(node, 'dataLabel'));
}

/** A file's own title heads its first chapter where the text has no heading to begin with. */
function withTitle(
  blocks: readonly Block[],
  title: string | undefined,
  context: BuildContext,
): readonly Block[] {
  if (title === undefined || blocks[0]?.type === 'heading') return blocks;
  const id = context.mint('h', title);
  const heading: Heading = {
    type: 'heading',
    rank: 1,
    id,
    sentences: [{ id: `${id}-s1`, children: [{ type: 'text', value: title }] }],
  };
  return [heading, ...blocks];
}

/** Notes may refer to further notes, so they are taken until none is left. */
function buildNotes(context: BuildContext): readonly Note[] {
  const notes: {
    readonly open: ReturnType<BuildContext['notes']['take']>[number];
    readonly blocks: readonly Block[];
  }[] = [];
  for (let open = context.notes.take(); open.length > 0; open = context.notes.take()) {
    for (const note of open) notes.push({ open: note, blocks: blocksOf(note.content, context) });
  }
  return notes.map(({ open, blocks }) => ({
    id: open.id,
    number: open.number,
    references: open.references,
    blocks,
  }));
}

function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  type Draft = { id: string; title: string; rank: number; sections: Draft[] };
  const top: Draft[] = [];
  const path: Draft[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    const title = passageText(block);
    if (title === '') continue;
    while ((path.at(-1)?.rank ?? 0) >= block.rank) path.pop();
    const draft: Draft = { id: block.id, title, rank: block.rank, sections: [] };
    (path.at(-1)?.sections ?? top).push(draft);
    path.push(draft);
  }
  const close = ({ id, title, sections }: Draft): Section => ({ id, title, sections: sections.map(close) });
  return top.map(close);
}

/** Enough words to know a chapter by that has no heading. */
function firstWords(text: string): string | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const chosen = words.slice(0, 6).join(' ').slice(0, 60).trimEnd();
  return chosen.length < text.trim().length ? `${chosen.replace(/[\p{P}\s]+$/u, '')}…` : chosen;
}

function levelOf(node: RootContent | ElementContent): number | undefined {
  const match = isElement(node) ? /^h([1-6])$/.exec(node.tagName) : undefined;
  return match && shows(node as Element) ? Number(match[1]) : undefined;
}

/** An empty heading begins nothing: it would shift the titles of all that follow. */
function shows(element: Element): boolean {
  return (
    textOf(element).trim() !== '' ||
    element.children.some((child) => isElement(child, 'img') || isBlock(child))
  );
}
