import path from 'node:path';
import type { Problem } from '../problem.ts';
import { problems } from '../problems.ts';
import { mapBlocks, mapInlines } from './map-inlines.ts';
import type { Block, Chapter, Destination, Figure, Inline, Link } from './model.ts';
import type { ParsedText } from './parse-text.ts';
import { inlineText } from './plain-text.ts';

/** From the file and the words of a reference to the path of an image that was read. */
export type ResolvedImage = { readonly file: string; readonly written: string; readonly path: string };

/**
 * Gives every link and image its target, now that all files are known. A link that leads nowhere keeps its words,
 * an image that could not be read leaves its alternative: nothing that was written goes missing.
 */
export function resolveText(
  text: ParsedText,
  texts: readonly ParsedText[],
  images: readonly ResolvedImage[],
): { readonly chapters: readonly Chapter[]; readonly problems: readonly Problem[] } {
  const places = new Map(text.links.map(({ written }) => [written, destinationOf(written, text, texts)]));
  const paths = new Map(
    images.filter(({ file }) => file === text.path).map((image) => [image.written, image.path]),
  );
  const change = (inline: Inline): readonly Inline[] | undefined => {
    if (inline.type === 'image') {
      const found = paths.get(inline.path);
      if (found !== undefined) return [{ ...inline, path: found }];
      return inline.alt === '' ? [] : [{ type: 'text', value: inline.alt }];
    }
    if (inline.type !== 'link') return undefined;
    const children = mapInlines(inline.children, change);
    if (!('address' in inline.to)) return [{ ...inline, children }];
    const to = places.has(inline.to.address) ? places.get(inline.to.address) : inline.to;
    return to ? [named({ ...inline, to, children }, inline.to.address)] : children;
  };
  const changeFigure = (figure: Figure): readonly Block[] => withImages(figure, paths);
  const chapters = text.chapters.map((chapter) => ({
    ...chapter,
    blocks: mapBlocks(chapter.blocks, change, changeFigure),
    notes: chapter.notes.map((note) => ({ ...note, blocks: mapBlocks(note.blocks, change, changeFigure) })),
  }));
  const broken = text.links.filter(({ written }) => !places.get(written));
  return {
    chapters,
    problems: broken.map(({ place, written }) => problems.brokenLink(place, written.slice(0, 80))),
  };
}

/**
 * A link must say where it leads (WCAG 2.4.4): one that is left without words, around a picture that was left out or
 * that has no alternative, says its title, or the host of its address.
 */
function named(link: Link, written: string): Link {
  if (inlineText(link.children).trim() !== '') return link;
  const name = link.title ?? (URL.canParse(written) ? new URL(written).host || written : written);
  const images = link.children.filter((child) => child.type === 'image');
  const [first] = images;
  if (!first) return { ...link, children: [{ type: 'text', value: name }] };
  return {
    ...link,
    children: link.children.map((child) => (child === first ? { ...first, alt: name } : child)),
  };
}

/** A figure without any of its images is what else was in it: alternatives, caption, credits, description. */
function withImages(figure: Figure, paths: ReadonlyMap<string, string>): readonly Block[] {
  const found = figure.images.flatMap((image) => {
    const path = paths.get(image.path);
    return path === undefined ? [] : [{ ...image, path }];
  });
  if (found.length > 0) return [{ ...figure, images: found }];
  const alternatives = figure.images
    .filter(({ alt }) => alt !== '')
    .map(({ id, alt }): Block => ({
      type: 'paragraph',
      id,
      sentences: [{ id: `${id}-s1`, children: [{ type: 'text', value: alt }] }],
    }));
  const captions = (figure.caption ?? []).map((block): Block => {
    if (block.type !== 'paragraph') return block;
    const { bare: _bare, ...paragraph } = block;
    return paragraph;
  });
  return [
    ...alternatives,
    ...captions,
    ...figure.credits.map((passage): Block => ({ type: 'paragraph', ...passage })),
    ...(figure.description?.blocks ?? []),
  ];
}

/**
 *     03-figures.md#captions   a heading in another file
 *     03-figures.md            the first chapter of that file
 *     #captions                a heading in this file
 */
function destinationOf(
  written: string,
  from: ParsedText,
  texts: readonly ParsedText[],
): Destination | undefined {
  const hash = written.indexOf('#');
  const file = decoded(hash === -1 ? written : written.slice(0, hash)).replace(/\?.*$/s, '');
  const fragment = hash === -1 ? '' : decoded(written.slice(hash + 1));
  const target =
    file === '' ? from.path : path.posix.normalize(path.posix.join(path.posix.dirname(from.path), file));
  const text = texts.find((one) => one.path === target);
  if (!text) return undefined;
  if (fragment === '') {
    const [chapter] = text.chapters;
    return chapter && { chapter: chapter.id, id: chapter.id };
  }
  const anchor =
    text.anchors.find(({ name }) => name === fragment) ??
    text.anchors.find(({ name }) => name.toLowerCase() === fragment.toLowerCase());
  return anchor && { chapter: anchor.chapter, id: anchor.id };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
