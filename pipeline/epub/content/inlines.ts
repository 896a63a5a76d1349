import { x } from '../../xml/x.ts';
import type { Image, Inline, Link, Mark, NoteReference } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';
import { localAttributes, type EmitContext } from './context.ts';
import { emitMath } from './math.ts';
import { emitPageMarker } from './page-marker.ts';

/** Phrasing content. */
export function emitInlines(inlines: readonly Inline[], context: EmitContext): readonly Xml[] {
  return inlines.flatMap((inline) => emitInline(inline, context));
}

function emitInline(inline: Inline, context: EmitContext): readonly Xml[] {
  switch (inline.type) {
    case 'text':
      return emitRun(inline.value, context);
    case 'code':
      return [x('code', {}, ...emitRun(inline.value, context))];
    case 'break':
      return [x('br', {})];
    case 'pause':
      return [];
    case 'page':
      return [emitPageMarker('span', inline)];
    case 'index':
      return [x('span', { id: inline.id })];
    case 'mark':
      return emitMark(inline, context);
    case 'link':
      return [emitLink(inline, context)];
    case 'image':
      return [emitImage(inline, context)];
    case 'math':
      return [emitMath(inline)];
    case 'note':
      return [emitNoteReference(inline, context)];
  }
}

function emitRun(value: string, { run }: EmitContext): readonly Xml[] {
  return run === undefined ? [{ type: 'text', value }] : run(value);
}

function emitMark(mark: Mark, context: EmitContext): readonly Xml[] {
  const children = emitInlines(mark.children, context);
  const type = context.inGlossary && mark.tag === 'dfn' ? 'glossterm' : undefined;
  const attributes = { ...localAttributes(mark), title: mark.title, 'epub:type': type };
  // What is but heard shows nothing.
  if (mark.tag === 'span' && Object.values(attributes).every((value) => value === undefined)) return children;
  return [x(elementOf(mark), attributes, ...children)];
}

/** `bdo` means nothing without a direction, nor parts of `ruby` without the rest. */
function elementOf({ tag, dir, children }: Mark): string {
  if (tag === 'bdo' && dir !== 'ltr' && dir !== 'rtl') return 'span';
  if (tag === 'ruby') return isWholeRuby(children) ? 'ruby' : 'span';
  return tag;
}

function isWholeRuby(children: readonly Inline[]): boolean {
  const isAnnotation = (inline: Inline | undefined): boolean =>
    inline?.type === 'mark' && (inline.tag === 'rt' || inline.tag === 'rp');
  return children.length > 0 && !isAnnotation(children[0]) && isAnnotation(children.at(-1));
}

function emitLink({ to, title, children }: Link, context: EmitContext): Xml {
  const content = emitInlines(children, context);
  if (!('address' in to)) return x('a', { href: context.hrefTo(to.chapter, to.id), title }, ...content);
  return x('a', { href: to.address, title }, ...content);
}

/** An image of figure or text. The attributes are its own size, so that the page does not jump; the style sheet fits it. */
export function emitImage(image: Image, context: EmitContext, details?: string): Xml {
  const { href, width, height } = context.image(image.path);
  return x('img', {
    id: image.id,
    src: href,
    alt: image.alt,
    title: image.title,
    width,
    height,
    'aria-details': details,
  });
}

function emitNoteReference({ id, note, chapter, number }: NoteReference, context: EmitContext): Xml {
  const href = context.hrefTo(chapter, note);
  return x(
    'sup',
    { class: 'noteref' },
    x('a', { id, href, 'epub:type': 'noteref', role: 'doc-noteref' }, number),
  );
}
