import type { Element, ElementContent } from 'hast';
import { attributeOf, imagesAlone, isBlank, isElement, textOf } from '../from-html/html.ts';
import { isInside, type TextView } from './text-view.ts';

/** A figure as the checks see it, whichever way it was written. */
export type FigureView = {
  readonly element: Element;
  /** BCP 47. */
  readonly language: string;
  readonly images: readonly Element[];
  /** The words of titles and caption. Empty where there is none. */
  readonly caption: string;
  /** Whether it has an extended description. */
  readonly described: boolean;
  /** Whether its author says that it only decorates. */
  readonly decorative: boolean;
};

/** The figures of a text: directives, `<figure>`, and images alone in their paragraph. */
export function figuresIn(view: TextView): readonly FigureView[] {
  return view.scenes.flatMap(({ element, language, ancestors }): readonly FigureView[] => {
    if (element.tagName === 'figure') return figureOf(element, language);
    // A paragraph of images inside a figure is part of that one.
    if (element.tagName !== 'p' || isInside(ancestors, 'figure')) return [];
    return (imagesAlone(element.children) ?? []).map((image): FigureView => ({
      element: image,
      language,
      images: [image],
      caption: titleOf(image),
      described: false,
      decorative: false,
    }));
  });
}

function figureOf(element: Element, language: string): readonly FigureView[] {
  const images: Element[] = [];
  const words: string[] = [];
  let described = false;
  for (const child of element.children) {
    if (isBlank(child)) continue;
    const alone = imagesOf(child);
    if (alone) images.push(...alone);
    else if (isElement(child, 'details')) described = described || textOf(child).trim() !== '';
    else words.push(textOf(child));
  }
  if (images.length === 0) return [];
  const caption = [...images.map(titleOf), ...words].join(' ').trim();
  const decorative = element.properties['dataDecorative'] !== undefined;
  return [{ element, language, images, caption, described, decorative }];
}

function imagesOf(child: ElementContent): readonly Element[] | undefined {
  if (isElement(child, 'p')) return imagesAlone(child.children);
  return isElement(child, 'img') ? [child] : undefined;
}

/** The title of an image is its caption, in inline Markdown; the checks read its words alone. */
function titleOf(image: Element): string {
  return attributeOf(image, 'title')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/gu, '$1')
    .replace(/[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .trim();
}
