import type { Element, ElementContent } from 'hast';
import { validAddress } from '../../address.ts';
import { problems } from '../../problems.ts';
import type { Inline, Link, MarkTag } from '../model.ts';
import { cleanText, localOf, noteAnchor, placeOf, within, type BuildContext } from './context.ts';
import { attributeOf, textOf } from './html.ts';
import { indexMarkOf, isIndexTerm } from './index-mark.ts';
import { mathInlineOf } from './math.ts';
import { pageMarkerOf } from './page-marker.ts';
import { silenceOf, speechOf } from './speech.ts';

const marks: Readonly<Record<string, MarkTag>> = {
  em: 'em', strong: 'strong', del: 'del', ins: 'ins', sub: 'sub', sup: 'sup', kbd: 'kbd', samp: 'samp', var: 'var', q: 'q', cite: 'cite',
  small: 'small', mark: 'mark', abbr: 'abbr', b: 'b', i: 'i', u: 'u', s: 's', strike: 's', dfn: 'dfn', bdi: 'bdi', ruby: 'ruby',
}; // prettier-ignore

/** HTML's phrasing content as inlines. White space is still as written: `passageOf` folds it. */
export function inlinesOf(nodes: readonly ElementContent[], context: BuildContext): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    if (node.type === 'text') return [{ type: 'text', value: cleanText(context, node, node.value) }];
    return node.type === 'element' ? elementOf(node, context) : [];
  });
}

function elementOf(element: Element, context: BuildContext): readonly Inline[] {
  const name = element.tagName;
  if (element.properties['dataLectern'] === 'reference') {
    const reference = context.notes.refer(attributeOf(element, 'dataLabel'));
    return reference ? [reference] : [];
  }
  const page = pageMarkerOf(element, context);
  if (page) return [page];
  if (isIndexTerm(element)) {
    const words = inlinesOf(element.children, context);
    const mark = indexMarkOf(element, words, context);
    return mark ? [mark, ...words] : words;
  }
  const math = mathInlineOf(element, context);
  if (math) return math;
  if (name === 'br') return [{ type: 'break' }];
  if (name === 'wbr') return [{ type: 'text', value: '\u200B' }];
  if (name === 'code' || name === 'tt') {
    const value = cleanText(context, element, textOf(element)).replace(/\s*\n\s*/g, ' ');
    return value === '' ? [] : [{ type: 'code', value }];
  }
  if (name === 'img') return imageOf(element, context);
  if (name === 'a') return linkOf(element, context);
  const seconds = silenceOf(element);
  if (seconds !== undefined) {
    const words = inlinesOf(element.children, context);
    return seconds > 0 ? [{ type: 'pause', seconds }, ...words] : words;
  }
  const local = localOf(element);
  const speech = speechOf(element);
  const tag =
    tagOf(element, context) ?? (Object.keys(local).length > 0 || speech !== undefined ? 'span' : undefined);
  const inner =
    tag === 'ruby'
      ? rubyOf(element, within(context, local))
      : inlinesOf(element.children, within(context, local));
  if (tag === undefined || inner.length === 0) return inner;
  const title = titleOf(element, context);
  return [
    {
      type: 'mark',
      tag,
      ...local,
      ...(title !== undefined && { title }),
      ...(speech && { speech }),
      children: inner,
    },
  ];
}

function tagOf(element: Element, context: BuildContext): MarkTag | undefined {
  if (element.tagName === 'bdo') return localOf(element).dir === undefined ? undefined : 'bdo';
  return (
    marks[element.tagName] ??
    (titleOf(element, context) !== undefined && element.tagName === 'span' ? 'span' : undefined)
  );
}

/** `rt` and `rp` mean something only directly inside `ruby`. */
function rubyOf(element: Element, context: BuildContext): readonly Inline[] {
  return element.children.flatMap((child): readonly Inline[] => {
    if (child.type === 'element' && (child.tagName === 'rt' || child.tagName === 'rp')) {
      return [{ type: 'mark', tag: child.tagName, children: inlinesOf(child.children, context) }];
    }
    return inlinesOf([child], context);
  });
}

/** An image by the path as written; `resolve` later gives it the path of a file. */
export function imageOf(element: Element, context: BuildContext): readonly Inline[] {
  const written = attributeOf(element, 'src').trim();
  const alt = cleanText(context, element, attributeOf(element, 'alt')).replace(/\s+/g, ' ').trim();
  if (written === '') return alt === '' ? [] : [{ type: 'text', value: alt }];
  context.images.push({ place: placeOf(context, element), written });
  const title = titleOf(element, context);
  const id = context.mint('img', `${written}\0${alt}`);
  noteAnchor(context, element, id);
  return [{ type: 'image', id, path: written, alt, ...(title !== undefined && { title }) }];
}

function linkOf(element: Element, context: BuildContext): readonly Inline[] {
  const href = element.properties['href'];
  const children = inlinesOf(element.children, { ...context, inLink: true });
  if (typeof href !== 'string' || context.inLink) return children;
  const written = href.trim();
  if (written === '') return children;
  // Browsers skip white space and controls in a scheme, and so does whoever hides one.
  const bare = written.replace(/[\p{Cc}\s]+/gu, '');
  const isElsewhere = /^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.startsWith('//');
  const address = isElsewhere ? validAddress(bare) : written;
  if (address === undefined) {
    context.found.push(problems.unsafeLink(placeOf(context, element), written.slice(0, 80)));
    return children;
  }
  if (!isElsewhere) context.links.push({ place: placeOf(context, element), written });
  const title = titleOf(element, context);
  const notes: Inline[] = [];
  const link: Link = {
    type: 'link',
    to: { address },
    ...(title !== undefined && { title }),
    // A note's number is a link itself, so it stands behind.
    children: withoutNotes(children, notes),
  };
  return [...(link.children.length > 0 ? [link] : []), ...notes];
}

function withoutNotes(inlines: readonly Inline[], taken: Inline[]): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === 'note') {
      taken.push(inline);
      return [];
    }
    return inline.type === 'mark'
      ? [{ ...inline, children: withoutNotes(inline.children, taken) }]
      : [inline];
  });
}

function titleOf(element: Element, context: BuildContext): string | undefined {
  const title = cleanText(context, element, attributeOf(element, 'title')).replace(/\s+/g, ' ').trim();
  return title === '' ? undefined : title;
}
