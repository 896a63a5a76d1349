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
  readonly work: (title: string, author: string | undefined) => string;
  readonly cover: (title: string, names: string) => string;
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
  work: (title, author) =>
    author === undefined ? `Based on “${title}”.` : `Based on “${title}” by ${author}.`,
  cover: (title, names) => `Cover: ${title}${names === '' ? '' : `, by ${names}`}`,
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
  work: (title, author) => (author === undefined ? `Nach „${title}“.` : `Nach „${title}“ von ${author}.`),
  cover: (title, names) => `Titelbild: ${title}${names === '' ? '' : `, von ${names}`}`,
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
  work: (title, author) =>
    author === undefined ? `D’après « ${title} ».` : `D’après « ${title} » de ${author}.`,
  cover: (title, names) => `Couverture : ${title}${names === '' ? '' : `, par ${names}`}`,
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
  work: (title, author) =>
    author === undefined ? `Basado en «${title}».` : `Basado en «${title}» de ${author}.`,
  cover: (title, names) => `Portada: ${title}${names === '' ? '' : `, por ${names}`}`,
};

const byLanguage: Readonly<Record<string, Words>> = { en: english, de: german, fr: french, es: spanish };

/** English where Lectern has no words of a language yet. */
export function wordsOf(language: string): Words {
  return byLanguage[language.split('-')[0]?.toLowerCase() ?? ''] ?? english;
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
