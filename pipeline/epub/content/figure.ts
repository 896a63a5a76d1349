import { x } from '../../xml/x.ts';
import type { Figure } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';
import { localAttributes, type EmitContext } from './context.ts';
import { emitImage } from './inlines.ts';
import { emitPassage } from './passage.ts';

/**
 * The caption names the figure, the alt text stands for the image, and the extended description, which everyone can
 * open, is tied to the image by `aria-details`. Credits follow the caption and are no part of the name.
 */
export function emitFigure(figure: Figure, context: EmitContext): readonly Xml[] {
  const { id, caption, credits, description } = figure;
  const captionId = caption && `${id}-caption`;
  const images = figure.images.map((image) =>
    emitImage(image, context, image.alt === '' ? undefined : description?.id),
  );
  const words: Xml[] = [
    ...(caption ? [x('div', { id: captionId, class: 'caption' }, ...context.blocks(caption))] : []),
    ...credits.map((credit) => emitPassage('p', credit, context, { class: 'credit' })),
  ];
  const element = x(
    'figure',
    { id, 'aria-labelledby': captionId, ...localAttributes(figure) },
    ...images,
    words.length > 0 ? x('figcaption', {}, ...words) : null,
  );
  return description ? [element, emitDescription(description, figure, context)] : [element];
}

function emitDescription(
  { id, label, blocks }: NonNullable<Figure['description']>,
  figure: Figure,
  context: EmitContext,
): Xml {
  const summary = x('summary', {}, emitPassage('span', label, context));
  return x(
    'details',
    { id, class: 'description', ...localAttributes(figure) },
    summary,
    ...context.blocks(blocks),
  );
}
