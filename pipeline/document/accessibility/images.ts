import type { Element } from 'hast';
import type { Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { attributeOf } from '../from-html/html.ts';
import { figuresIn, type FigureView } from './figures-in.ts';
import { heardOf, inLanguage, placeIn, plainWords, type TextView } from './text-view.ts';

/** What is wrong with the text alternatives of images (WCAG 1.1.1). */
export function imageProblems(view: TextView): readonly Problem[] {
  const figures = figuresIn(view);
  return view.scenes.flatMap(({ element, language, ancestors }) => {
    if (element.tagName !== 'img' || attributeOf(element, 'src').trim() === '') return [];
    const figure = figures.find(({ images }) => images.includes(element));
    if (figure?.decorative === true) return [];
    // A link is called after its title or address then, which is told of the link.
    if (attributeOf(element, 'alt').trim() === '' && ancestors.some(linksWithoutWords)) return [];
    return oneImage(view, element, language, figure);
  });
}

function oneImage(
  view: TextView,
  image: Element,
  language: string,
  figure: FigureView | undefined,
): readonly Problem[] {
  const place = placeIn(view, image);
  const src = attributeOf(image, 'src').trim();
  const alt = attributeOf(image, 'alt').replace(/\s+/gu, ' ').trim();
  if (alt === '') return without(view, image, figure);
  if (isFileName(alt, src)) return [problems.altIsFileName(place, alt)];
  if (saysImage(alt, language)) return [problems.altSaysImage(place, alt.slice(0, 40))];
  if (figure && repeats(alt, figure.caption)) return [problems.altRepeatsCaption(place)];
  return [];
}

function linksWithoutWords(element: Element): boolean {
  return (
    element.tagName === 'a' && attributeOf(element, 'href').trim() !== '' && heardOf(element).trim() === ''
  );
}

/**
 * An empty alternative says that a picture decorates, but in Markdown it is also what is left where none was written. It counts
 * as said where the author said it in words: `<img alt="">`, or `decorative` on the figure. What has a caption shows something.
 */
function without(view: TextView, image: Element, figure: FigureView | undefined): readonly Problem[] {
  const place = placeIn(view, image);
  const isHtml = view.markdown[image.position?.start.offset ?? -1] === '<';
  if (isHtml && image.properties['alt'] === undefined) return [problems.imageWithoutAlt(place)];
  if (figure && figure.caption !== '' && plainWords(figure.images.map((one) => attributeOf(one, 'alt')).join('')) === '')
    return [problems.imageWithoutAlt(place)]; // prettier-ignore
  return isHtml ? [] : [problems.imageAltEmpty(place)];
}

const endings = /\.(?:png|jpe?g|gif|webp|svg|tiff?|bmp|avif|heic)$/iu;
/** What cameras, scanners and phones call their pictures. */
const numbered = /^(?:img|image|dsc[nf]?|pic|picture|photo|foto|scan|screen ?shot|bildschirmfoto|pxl|p)[-_ ]?\d[\d\-_ .:at]*$/iu; // prettier-ignore

function isFileName(alt: string, src: string): boolean {
  if (/^\S+$/u.test(alt) && endings.test(alt)) return true;
  if (numbered.test(alt)) return true;
  const [stem = ''] = (src.split('/').at(-1) ?? '').split(/\.[^.]*$/u);
  // A file called `lighthouse` may show a lighthouse; one called `fig_2-final` is told by its name alone.
  return alt === stem && /[-_\d]/u.test(stem) && !/\s/u.test(alt);
}

/** Screen readers say that it is an image before they read its alternative. */
const imageWords = {
  en: /^(?:an? |this is an? )?(?:image|picture|graphic|icon)(?: (?:of|showing|depicting|that shows)\b|$)/iu,
  de: /^(?:ein |das |eine |die )?(?:bild|abbildung|grafik)(?: (?:von|vom|der|des|einer|eines|mit)(?= )|$)/iu,
  fr: /^(?:une |l['’])?(?:image|illustration)(?: (?:de|du|des|d['’]|montrant)|$)/iu,
  es: /^(?:una |la )?(?:imagen|ilustración)(?: (?:de|del|que muestra)(?= )|$)/iu,
};

function saysImage(alt: string, language: string): boolean {
  return inLanguage<RegExp>(imageWords, language).test(alt);
}

/** Without the signs between words, in which a caption and an alternative may differ. */
function bareWords(text: string): string {
  return plainWords(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Heard twice: the same words, or one in the other with little besides. */
function repeats(alt: string, caption: string): boolean {
  const [short = '', long = ''] = [alt, caption].map(bareWords).sort((a, b) => a.length - b.length);
  return short !== '' && long.includes(short) && short.length >= long.length * 0.8;
}
