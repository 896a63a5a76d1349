import type { Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { attributeOf } from '../from-html/html.ts';
import { colourAlone } from './colours.ts';
import { figuresIn, type FigureView } from './figures-in.ts';
import { inLanguage, placeIn, type TextView } from './text-view.ts';

/** Pictures that hold more than an alternative of a line or two can say. */
const complex = {
  en: /\b(?:bar |line |pie |flow ?|area |column |gantt |organi[sz]ation )?(?:chart|graph|diagram|scatter ?plot|box ?plot|histogram|infographic|map(?= of\b| with\b| showing\b|[.:,;]|$))\b/iu,
  de: /\b\p{L}*(?:diagramm|schaubild|infografik|landkarte|histogramm|organigramm|stadtplan|lageplan)\b/iu,
  fr: /(?<!\p{L})(?:graphique|diagramme|histogramme|organigramme|schéma|infographie|carte (?=géographique|routière|de l['’a]|du |des |d['’]))/iu,
  es: /(?<!\p{L})(?:gráfic[oa]s?|diagrama|histograma|organigrama|esquema|infografía|mapa)(?!\p{L})/iu,
};

/** From here on an alternative is a description itself, in characters: it has room for a few numbers or steps. */
const fullAlt = 120;

/** What is wrong with figures as a whole: complex ones that nothing describes, and colours that alone tell what is what. */
export function figureProblems(view: TextView): readonly Problem[] {
  return figuresIn(view).flatMap((figure) => {
    const { element, language, caption } = figure;
    const place = placeIn(view, element);
    const alts = altsOf(figure);
    const what = undescribed(figure);
    const coloured = [...alts, caption].flatMap((words) => colourAlone(words, language) ?? []);
    return [
      ...(what === undefined ? [] : [problems.figureWithoutDescription(place, what)]),
      ...coloured.slice(0, 1).map((words) => problems.colourAlone(place, words)),
    ];
  });
}

/** Behind one of these, a map is a thing in the picture and not what the picture is: "A page with a map". */
const joining = /(?<!\p{L})(?:with|of|on|in|at|to|from|over|beside|before|and|that|who|which|mit|von|auf|an|vor|neben|und|avec|de|sur|dans|devant|et|qui|con|sobre|en|ante|y|que)(?!\p{L})/iu; // prettier-ignore

/** What a figure calls itself, where it is complex and has no description. */
function undescribed(figure: FigureView): string | undefined {
  const alts = altsOf(figure);
  if (figure.described || alts.join(' ').length >= fullAlt) return undefined;
  const name = inLanguage<RegExp>(complex, figure.language);
  for (const words of [...alts, figure.caption].map(firstWords)) {
    const match = name.exec(words);
    if (match && !joining.test(words.slice(0, match.index))) return match[0].trim();
  }
  return undefined;
}

function altsOf({ images }: FigureView): readonly string[] {
  return images.map((image) => attributeOf(image, 'alt'));
}

/** What a picture is stands at the beginning of what is said of it. */
function firstWords(text: string): string {
  return text.trim().split(/\s+/u).slice(0, 6).join(' ');
}
