import { primaryLanguage } from '../language-tag.ts';
import type { ChapterKind } from '../chapter-kinds.ts';

/** The words that Lectern adds to a publication, in the publication's language. */
export type Words = {
  readonly by: (names: string) => string;
  readonly and: string;
  readonly credits: string;
  readonly licence: string;
  readonly source: string;
  readonly description: string;
  readonly attribution: string;
  readonly rights: string;
  readonly disclaimer: string;
  readonly images: string;
  readonly publisher: (name: string) => string;
  readonly published: (date: string) => string;
  readonly firstPublished: (date: string) => string;
  readonly contributors: string;
  /** What a person did, by the MARC code of the role, as a label before the name. */
  readonly roles: Readonly<Record<string, string>>;
  readonly volume: (series: string, position: string | undefined) => string;
  readonly series: string;
  readonly edition: string;
  readonly work: (title: string, author: string | undefined) => string;
  readonly cover: (title: string, names: string) => string;
  /** What an aside is, and how that stands before its title. */
  readonly asides: Readonly<Record<'note' | 'tip' | 'warning', string>>;
  readonly labelled: (word: string) => string;
  /** In an index: where a place is, and where an entry sends its readers. */
  readonly index: {
    readonly page: (number: string) => string;
    readonly note: (place: string, number: string) => string;
    readonly see: string;
    readonly seeAlso: string;
  };
  /** What a chapter without a heading is called. */
  readonly kinds: Readonly<Partial<Record<ChapterKind, string>>>;
};

const english: Words = {
  by: (names) => `By ${names}`,
  and: 'and',
  credits: 'Credits',
  licence: 'Licence:',
  source: 'Source:',
  description: 'Description of the figure',
  attribution: 'Attribution',
  rights: 'Rights',
  disclaimer: 'Disclaimer',
  images: 'Pictures',
  publisher: (name) => `Published by ${name}`,
  published: (date) => `Published: ${date}`,
  firstPublished: (date) => `First published: ${date}`,
  contributors: 'Contributors',
  roles: {
    edt: 'Editor:', trl: 'Translation:', ill: 'Illustrations:', art: 'Art:', pht: 'Photographs:', com: 'Compiled by', adp: 'Adaptation:',
    ann: 'Annotations:', cmm: 'Commentary:', aui: 'Foreword:', aft: 'Afterword:', cov: 'Cover:', bkd: 'Book design:', dsr: 'Design:',
    ctg: 'Maps:', cmp: 'Music:', ivr: 'Interviewer:', ive: 'Interviewee:', pfr: 'Proofreading:', res: 'Research:', rev: 'Review:',
    trc: 'Transcription:', nrt: 'Narrator:', pbl: 'Publisher:',
  }, // prettier-ignore
  edition: 'This edition',
  series: 'Series:',
  volume: (series, position) => (position === undefined ? series : `${series}, volume ${position}`),
  work: (title, author) =>
    author === undefined ? `Based on “${title}”.` : `Based on “${title}” by ${author}.`,
  cover: (title, names) => `Cover: ${title}${names === '' ? '' : `, by ${names}`}`,
  asides: { note: 'Note', tip: 'Tip', warning: 'Warning' },
  labelled: (word) => `${word}: `,
  index: {
    page: (number) => `p. ${number}`,
    note: (place, number) => `${place}, note ${number}`,
    see: 'see',
    seeAlso: 'see also',
  },
  kinds: {
    dedication: 'Dedication', epigraph: 'Epigraph', foreword: 'Foreword', preface: 'Preface', acknowledgments: 'Acknowledgments',
    introduction: 'Introduction', prologue: 'Prologue', epilogue: 'Epilogue', conclusion: 'Conclusion', afterword: 'Afterword',
    appendix: 'Appendix', glossary: 'Glossary', bibliography: 'Bibliography', endnotes: 'Notes', index: 'Index', colophon: 'Colophon',
  }, // prettier-ignore
};
const german: Words = {
  by: (names) => `Von ${names}`,
  and: 'und',
  credits: 'Nachweise',
  licence: 'Lizenz:',
  source: 'Quelle:',
  description: 'Beschreibung der Abbildung',
  attribution: 'Quellenangabe',
  rights: 'Rechte',
  disclaimer: 'Haftungsausschluss',
  images: 'Bilder',
  publisher: (name) => `Herausgegeben von ${name}`,
  published: (date) => `Erschienen: ${date}`,
  firstPublished: (date) => `Zuerst erschienen: ${date}`,
  contributors: 'Mitwirkende',
  roles: {
    edt: 'Herausgabe:', trl: 'Übersetzung:', ill: 'Illustrationen:', art: 'Bilder:', pht: 'Fotografien:', com: 'Zusammenstellung:',
    adp: 'Bearbeitung:', ann: 'Anmerkungen:', cmm: 'Kommentar:', aui: 'Vorwort:', aft: 'Nachwort:', cov: 'Umschlag:',
    bkd: 'Buchgestaltung:', dsr: 'Gestaltung:', ctg: 'Karten:', cmp: 'Musik:', ivr: 'Interview:', ive: 'Im Gespräch:',
    pfr: 'Korrektorat:', res: 'Recherche:', rev: 'Durchsicht:', trc: 'Transkription:', nrt: 'Stimme:', pbl: 'Verlag:',
  }, // prettier-ignore
  edition: 'Diese Ausgabe',
  series: 'Reihe:',
  volume: (series, position) => (position === undefined ? series : `${series}, Band ${position}`),
  work: (title, author) => (author === undefined ? `Nach „${title}“.` : `Nach „${title}“ von ${author}.`),
  cover: (title, names) => `Titelbild: ${title}${names === '' ? '' : `, von ${names}`}`,
  asides: { note: 'Hinweis', tip: 'Tipp', warning: 'Warnung' },
  labelled: (word) => `${word}: `,
  index: {
    page: (number) => `S. ${number}`,
    note: (place, number) => `${place}, Anmerkung ${number}`,
    see: 'siehe',
    seeAlso: 'siehe auch',
  },
  kinds: {
    dedication: 'Widmung', epigraph: 'Motto', foreword: 'Geleitwort', preface: 'Vorwort', acknowledgments: 'Danksagung',
    introduction: 'Einleitung', prologue: 'Prolog', epilogue: 'Epilog', conclusion: 'Schluss', afterword: 'Nachwort',
    appendix: 'Anhang', glossary: 'Glossar', bibliography: 'Literaturverzeichnis', endnotes: 'Anmerkungen', index: 'Register', colophon: 'Impressum',
  }, // prettier-ignore
};
const french: Words = {
  by: (names) => `Par ${names}`,
  and: 'et',
  credits: 'Crédits',
  licence: 'Licence :',
  source: 'Source :',
  description: 'Description de la figure',
  attribution: 'Attribution',
  rights: 'Droits',
  disclaimer: 'Avertissement',
  images: 'Images',
  publisher: (name) => `Publié par ${name}`,
  published: (date) => `Parution : ${date}`,
  firstPublished: (date) => `Première parution : ${date}`,
  contributors: 'Contributions',
  roles: {
    edt: 'Édition :', trl: 'Traduction :', ill: 'Illustrations :', art: 'Images :', pht: 'Photographies :', com: 'Compilation :',
    adp: 'Adaptation :', ann: 'Notes :', cmm: 'Commentaire :', aui: 'Préface :', aft: 'Postface :', cov: 'Couverture :',
    bkd: 'Maquette :', dsr: 'Graphisme :', ctg: 'Cartes :', cmp: 'Musique :', ivr: 'Entretien mené par', ive: 'Entretien avec',
    pfr: 'Correction :', res: 'Recherche :', rev: 'Relecture :', trc: 'Transcription :', nrt: 'Voix :', pbl: 'Maison d’édition :',
  }, // prettier-ignore
  edition: 'Cette édition',
  series: 'Collection :',
  volume: (series, position) => (position === undefined ? series : `${series}, volume ${position}`),
  work: (title, author) =>
    author === undefined ? `D’après « ${title} ».` : `D’après « ${title} » de ${author}.`,
  cover: (title, names) => `Couverture : ${title}${names === '' ? '' : `, par ${names}`}`,
  asides: { note: 'Remarque', tip: 'Conseil', warning: 'Attention' },
  labelled: (word) => `${word} : `,
  index: {
    page: (number) => `p. ${number}`,
    note: (place, number) => `${place}, note ${number}`,
    see: 'voir',
    seeAlso: 'voir aussi',
  },
  kinds: {
    dedication: 'Dédicace', epigraph: 'Épigraphe', foreword: 'Avant-propos', preface: 'Préface', acknowledgments: 'Remerciements',
    introduction: 'Introduction', prologue: 'Prologue', epilogue: 'Épilogue', conclusion: 'Conclusion', afterword: 'Postface',
    appendix: 'Annexe', glossary: 'Glossaire', bibliography: 'Bibliographie', endnotes: 'Notes', index: 'Index', colophon: 'Colophon',
  }, // prettier-ignore
};
const spanish: Words = {
  by: (names) => `Por ${names}`,
  and: 'y',
  credits: 'Créditos',
  licence: 'Licencia:',
  source: 'Fuente:',
  description: 'Descripción de la figura',
  attribution: 'Atribución',
  rights: 'Derechos',
  disclaimer: 'Descargo de responsabilidad',
  images: 'Imágenes',
  publisher: (name) => `Publicado por ${name}`,
  published: (date) => `Publicación: ${date}`,
  firstPublished: (date) => `Primera publicación: ${date}`,
  contributors: 'Colaboraciones',
  roles: {
    edt: 'Edición:', trl: 'Traducción:', ill: 'Ilustraciones:', art: 'Imágenes:', pht: 'Fotografías:', com: 'Compilación:',
    adp: 'Adaptación:', ann: 'Notas:', cmm: 'Comentario:', aui: 'Prólogo:', aft: 'Epílogo:', cov: 'Cubierta:', bkd: 'Maquetación:',
    dsr: 'Diseño:', ctg: 'Mapas:', cmp: 'Música:', ivr: 'Entrevista de', ive: 'Entrevista con', pfr: 'Corrección:',
    res: 'Investigación:', rev: 'Revisión:', trc: 'Transcripción:', nrt: 'Voz:', pbl: 'Editorial:',
  }, // prettier-ignore
  edition: 'Esta edición',
  series: 'Serie:',
  volume: (series, position) => (position === undefined ? series : `${series}, volumen ${position}`),
  work: (title, author) =>
    author === undefined ? `Basado en «${title}».` : `Basado en «${title}» de ${author}.`,
  cover: (title, names) => `Portada: ${title}${names === '' ? '' : `, por ${names}`}`,
  asides: { note: 'Nota', tip: 'Consejo', warning: 'Advertencia' },
  labelled: (word) => `${word}: `,
  index: {
    page: (number) => `p. ${number}`,
    note: (place, number) => `${place}, nota ${number}`,
    see: 'véase',
    seeAlso: 'véase también',
  },
  kinds: {
    dedication: 'Dedicatoria', epigraph: 'Epígrafe', foreword: 'Presentación', preface: 'Prefacio', acknowledgments: 'Agradecimientos',
    introduction: 'Introducción', prologue: 'Prólogo', epilogue: 'Epílogo', conclusion: 'Conclusión', afterword: 'Posfacio',
    appendix: 'Apéndice', glossary: 'Glosario', bibliography: 'Bibliografía', endnotes: 'Notas', index: 'Índice alfabético', colophon: 'Colofón',
  }, // prettier-ignore
};

const byLanguage: Readonly<Record<string, Words>> = { en: english, de: german, fr: french, es: spanish };

/** English where Lectern has no words of a language yet. */
export function wordsOf(language: string): Words {
  return byLanguage[primaryLanguage(language)] ?? english;
}

/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[], words: Words): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${words.and} ${last}`;
}

/** The names of those who wrote it: people without a role, and those whose role is author. */
export function authorNames(
  authors: readonly { readonly name: string; readonly role?: string | undefined }[],
): readonly string[] {
  return authors
    .filter(({ role }) => role === undefined || /^(aut|author)$/i.test(role))
    .map(({ name }) => name);
}
