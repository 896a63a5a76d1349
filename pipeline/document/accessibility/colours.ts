import { inLanguage } from './text-view.ts';

/** A colour that names a part of a picture: "the red line", "shown in green", "red: exports". */
type Rule = {
  readonly colours: string;
  /** `COLOUR` stands for any of the colours. */
  readonly named: readonly string[];
  /** What tells a part besides its colour: where it lies, how it is drawn, what stands beside it. */
  readonly besides: RegExp;
};

const rules: { readonly en: Rule } & Readonly<Record<string, Rule>> = {
  en: {
    colours: 'red|green|blue|yellow|orange|purple|violet|pink|brown|gr[ea]y|turquoise|magenta|cyan',
    named: [
      '(?:^|[^\\p{L}])the (?:light |dark |bright )?(?:COLOUR) (?:line|bar|dot|area|curve|arrow|segment|column|slice|region|part|row|cell|circle|square|box|point)s? (?:show|mark|stand|is|are|represent|indicate|give|denote|mean)s?(?!\\p{L})',
      '(?:shown|marked|drawn|printed|coloured|colored|highlighted|indicated|given) in (?:light |dark |bright )?(?:COLOUR)(?!\\p{L})',
      '(?:^|[(;,.] ?)(?:COLOUR) ?(?:=|:)(?= ?\\p{L})',
    ],
    besides: /\b(?:dashed|dotted|solid|thick|thin|striped|hatched|dash|labell?ed|numbered|upper|lower|top|bottom|left|right|middle|outer|inner|first|second|third|last|upward|downward|above|below|with (?:circles|squares|triangles|crosses|diamonds|stars))\b/iu, // prettier-ignore
  },
  de: {
    colours: 'rot|grün|blau|gelb|orange|lila|violett|rosa|braun|grau|türkis',
    named: [
      '(?:^|[^\\p{L}])(?:die|der|das) (?:hell|dunkel)?(?:COLOUR)e?n? (?:Linie|Säule|Balken|Punkt|Fläche|Kurve|Pfeil|Bereich|Spalte|Zeile|Feld|Kreis)(?:e?n?) (?:zeig|steh|steht|mark|ist|sind|geb|gibt|bedeut)\\p{L}*',
      '\\bin (?:COLOUR) (?:markiert|dargestellt|eingezeichnet|gezeichnet|hervorgehoben|gekennzeichnet|unterlegt)',
      '(?:^|[(;,.] ?)(?:COLOUR) ?(?:=|:)(?= ?\\p{L})',
      '(?<!\\p{L})(?:COLOUR) (?:markiert|dargestellt|eingezeichnet|hervorgehoben|gekennzeichnet|unterlegt)',
    ],
    besides: /(?<!\p{L})(?:gestrichelt|gepunktet|durchgezogen|schraffiert|dick|dünn|ober|unter|link|recht|mittler|erst|zweit|dritt|letzt|beschriftet|nummeriert)\p{L}*/iu, // prettier-ignore
  },
  fr: {
    colours: 'rouge|verte?|bleue?|jaune|orange|violette?|rose|brune?|grise?|turquoise',
    named: [
      '(?:^|[^\\p{L}])(?:la|le) (?:ligne|barre|courbe|point|zone|flèche|colonne|case|partie|cercle) (?:COLOUR) (?:montre|indique|représente|est|donne|marque|désigne)(?!\\p{L})',
      '(?<!\\p{L})(?:indiqué|marqué|tracé|représenté|montré|surligné|dessiné)e?s? en (?:COLOUR)(?!\\p{L})',
      '(?:^|[(;,.] ?)(?:en )?(?:COLOUR) ?(?:=|:)(?= ?\\p{L})',
    ],
    besides: /(?<!\p{L})(?:pointillé|tireté|plein|épais|mince|hachuré|supérieur|inférieur|gauche|droite|milieu|premi|second|deuxième|dernièr?|étiquet|numérot)\p{L}*/iu, // prettier-ignore
  },
  es: {
    colours: 'roj[oa]|verde|azul|amarill[oa]|naranja|violeta|morad[oa]|rosa|marrón|gris|turquesa',
    named: [
      '(?:^|[^\\p{L}])(?:la|el) (?:línea|barra|curva|punto|zona|área|flecha|columna|celda|parte|círculo) (?:COLOUR) (?:muestra|indica|representa|es|marca|señala)(?!\\p{L})',
      '(?<!\\p{L})(?:mostrad|marcad|dibujad|indicad|resaltad|señalad|representad)[oa]s? en (?:color )?(?:COLOUR)(?!\\p{L})',
      '(?:^|[(;,.] ?)(?:en )?(?:COLOUR) ?(?:=|:)(?= ?\\p{L})',
    ],
    besides: /(?<!\p{L})(?:discontinu|puntead|continu|grues|delgad|rayad|superior|inferior|izquierd|derech|central|primer|segund|tercer|últim|etiquet|numerad)\p{L}*/iu, // prettier-ignore
  },
};

type Compiled = { readonly colour: RegExp; readonly named: readonly RegExp[]; readonly besides: RegExp };

const compiled = Object.fromEntries(
  Object.entries(rules).map(([language, { colours, named, besides }]): [string, Compiled] => [
    language,
    {
      colour: new RegExp(colours, 'iu'),
      named: named.map((pattern) => new RegExp(pattern.replace('COLOUR', colours), 'iu')),
      besides,
    },
  ]),
) as Record<string, Compiled> & { readonly en: Compiled };

/** The words with which a caption or alternative tells a part by its colour alone (WCAG 1.4.1), where it does. */
export function colourAlone(words: string, language: string): string | undefined {
  const { colour, named, besides } = inLanguage<Compiled>(compiled, language);
  if (!colour.test(words)) return undefined;
  for (const sentence of words.split(/(?<=[.!?])\s+/u)) {
    if (besides.test(sentence)) continue;
    for (const pattern of named) {
      const match = pattern.exec(sentence);
      if (match) return match[0].replace(/^[^\p{L}]+/u, '').trim();
    }
  }
  return undefined;
}
