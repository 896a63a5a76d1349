import type { Element, ElementContent } from 'hast';
import { problems } from '../../problems.ts';
import { inlineMarkdownToHtml } from '../markdown/to-html.ts';
import type { Block, Figure, Image, Passage } from '../model.ts';
import { licenceOf } from '../../licence.ts';
import { wordsOf } from '../words.ts';
import { noteAnchor, placeOf, type BuildContext } from './context.ts';
import { attributeOf, imagesAlone, isBlank, isElement } from './html.ts';
import { imageOf } from './inlines.ts';
import { passageOf, passageOfInlines } from './passage.ts';
import { withoutHeadings } from './without-headings.ts';

/**
 * A figure from the directive, or from raw HTML: images first, then the caption, of any length; `details` (in Markdown
 * `:::description`) is the extended description. Credit, licence and source are attributes, in inline Markdown.
 */
export function figureOf(element: Element, context: BuildContext): readonly Block[] {
  const imageElements: Element[] = [];
  const captionNodes: ElementContent[] = [];
  let described: Element | undefined;
  for (const child of element.children) {
    if (isBlank(child)) continue;
    const alone = isElement(child, 'p')
      ? imagesAlone(child.children)
      : isElement(child, 'img')
        ? [child]
        : undefined;
    if (alone) imageElements.push(...alone);
    else if (isElement(child, 'figcaption')) captionNodes.push(...child.children);
    else if (isElement(child, 'details') && !described) described = child;
    else captionNodes.push(child);
  }
  // What only decorates has nothing to say, whatever its alternative.
  const alt = element.properties['dataDecorative'] === undefined ? {} : { alt: '' };
  const images = imageElements.flatMap((image) =>
    imageIn({ ...image, properties: { ...image.properties, ...alt } }, context),
  );
  if (images.length === 0) {
    if (element.properties['dataLectern'] === 'figure')
      context.found.push(problems.figureWithoutImage(placeOf(context, element)));
    return context.blocksOf(element.children, context);
  }
  const captions = [
    ...imageElements.flatMap((image) => titleCaption(image, context)),
    ...context.blocksOf(captionNodes, context),
  ];
  return [
    assemble(
      images,
      captions,
      creditsOf(element, context),
      described && descriptionOf(described, context),
      element,
      context,
    ),
  ];
}

/** Images alone in a paragraph: the title is the caption, the alternative stays the alternative. */
export function figureOfImages(elements: readonly Element[], context: BuildContext): readonly Block[] {
  const images = elements.flatMap((element) => imageIn(element, context));
  const [first] = elements;
  if (images.length === 0 || !first) return [];
  const captions = elements.flatMap((element) => titleCaption(element, context));
  return [assemble(images, captions, [], undefined, first, context)];
}

function assemble(
  images: readonly Image[],
  captions: readonly Block[],
  credits: readonly Passage[],
  description: Omit<NonNullable<Figure['description']>, 'id'> | undefined,
  element: Element,
  context: BuildContext,
): Figure {
  // By its pictures, so that an edit in the caption leaves the id as it is.
  const id = context.mint('fig', images.map(({ path }) => path).join('\0'));
  noteAnchor(context, element, id);
  const plain = withoutHeadings(captions);
  const [only] = plain;
  const caption = plain.length === 1 && only?.type === 'paragraph' ? [{ ...only, bare: true }] : plain;
  return {
    type: 'figure',
    id,
    images,
    ...(caption.length > 0 && { caption }),
    credits,
    ...(description && { description: { id: `${id}-d`, ...description } }),
  };
}

/** The title becomes the caption, so it is no tooltip as well. */
function imageIn(element: Element, context: BuildContext): readonly Image[] {
  const { title: _title, ...properties } = element.properties;
  return imageOf({ ...element, properties }, context).flatMap((inline) =>
    inline.type === 'image' ? [inline] : [],
  );
}

function titleCaption(element: Element, context: BuildContext): readonly Block[] {
  const title = element.properties['title'];
  if (typeof title !== 'string' || title.trim() === '') return [];
  return context.blocksOf(
    placed(inlineMarkdownToHtml(title, context.mathSyntax).children as ElementContent[], element),
    context,
  );
}

function creditsOf(element: Element, context: BuildContext): readonly Passage[] {
  const words = wordsOf(context.bookLanguage);
  const attribute = (name: string): string => attributeOf(element, name).trim();
  const credits: (Passage | undefined)[] = [];
  const labelled = (label: string, markdown: string): Passage | undefined => {
    const [first] = inlineMarkdownToHtml(markdown, context.mathSyntax).children;
    const content = isElement(first, 'p') ? first.children : [];
    return passageOf('credit', placed([{ type: 'text', value: label }, ...content], element), context);
  };
  const credit = attribute('dataCredit');
  if (credit !== '') credits.push(labelled('', credit));
  const licence = attribute('dataLicense');
  if (licence !== '') {
    const known = licenceOf(licence);
    if (!known) context.found.push(problems.licenceUnknown(placeOf(context, element), licence));
    const name = { type: 'text', value: known?.name ?? licence } as const;
    const link = known?.address
      ? [{ type: 'link', to: { address: known.address }, children: [name] } as const]
      : [name];
    credits.push(
      passageOfInlines('credit', [{ type: 'text', value: `${words.licence} ` }, ...link], context),
    );
  }
  const source = attribute('dataSource');
  if (source !== '') credits.push(labelled(`${words.source} `, source));
  return credits.flatMap((passage) => passage ?? []);
}

function descriptionOf(
  element: Element,
  context: BuildContext,
): Omit<NonNullable<Figure['description']>, 'id'> | undefined {
  const summary = element.children.find((child) => isElement(child, 'summary'));
  const blocks = context.blocksOf(element.children.filter((child) => child !== summary), context); // prettier-ignore
  if (blocks.length === 0) return undefined;
  const own = isElement(summary) ? summary.children : [];
  const words = { type: 'text', value: wordsOf(context.bookLanguage).description } as const;
  const label = passageOf('label', own, context) ?? passageOfInlines('label', [words], context);
  return label && { label, blocks };
}

/** What comes from an attribute has no place of its own: problems in it show the place of its element. */
function placed<T extends ElementContent>(nodes: readonly T[], element: Element): readonly T[] {
  return nodes.map((node) => ({
    ...node,
    ...(element.position && { position: element.position }),
    ...('children' in node && { children: placed(node.children, element) }),
  }));
}
