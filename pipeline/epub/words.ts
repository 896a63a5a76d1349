/** What Lectern says in a book on its own behalf: labels of its parts and the accessibility summary. */
export type Words = {
  readonly contents: string;
  readonly cover: string;
  readonly start: string;
  readonly notes: string;
  /** The label of a note's back link; `place` counts from 1 where the note has several references. */
  readonly backToText: (number: string, place?: number) => string;
  readonly done: string;
  readonly open: string;
  readonly summary: (has: { readonly images: boolean; readonly descriptions: boolean }) => string;
};

const english: Words = {
  contents: 'Contents',
  cover: 'Cover',
  start: 'Start of content',
  notes: 'Notes',
  backToText: (number, place) => `Back to text, note ${number}${place === undefined ? '' : `, place ${place}`}`,
  done: 'Done:',
  open: 'To do:',
  summary: ({ images, descriptions }) =>
    [
      'The publication has structured headings, a table of contents and a logical reading order; its appearance can be changed by the reader.',
      images && 'Images that carry meaning have text alternatives.',
      descriptions && 'Complex images have extended descriptions.',
    ].filter(Boolean).join(' '),
}; // prettier-ignore

const german: Words = {
  contents: 'Inhalt',
  cover: 'Umschlag',
  start: 'Beginn des Textes',
  notes: 'Anmerkungen',
  backToText: (number, place) => `Zurück zum Text, Anmerkung ${number}${place === undefined ? '' : `, Stelle ${place}`}`,
  done: 'Erledigt:',
  open: 'Offen:',
  summary: ({ images, descriptions }) =>
    [
      'Die Publikation hat gegliederte Überschriften, ein Inhaltsverzeichnis und eine schlüssige Lesereihenfolge; ihre Darstellung lässt sich anpassen.',
      images && 'Bilder mit Aussage haben Alternativtexte.',
      descriptions && 'Komplexe Bilder haben ausführliche Beschreibungen.',
    ].filter(Boolean).join(' '),
}; // prettier-ignore

const french: Words = {
  contents: 'Table des matières',
  cover: 'Couverture',
  start: 'Début du texte',
  notes: 'Notes',
  backToText: (number, place) => `Retour au texte, note ${number}${place === undefined ? '' : `, renvoi ${place}`}`,
  done: 'Fait :',
  open: 'À faire :',
  summary: ({ images, descriptions }) =>
    [
      'La publication possède des titres structurés, une table des matières et un ordre de lecture logique ; sa présentation est modifiable.',
      images && 'Les images porteuses de sens ont un texte de remplacement.',
      descriptions && 'Les images complexes ont une description détaillée.',
    ].filter(Boolean).join(' '),
}; // prettier-ignore

const spanish: Words = {
  contents: 'Índice',
  cover: 'Cubierta',
  start: 'Comienzo del texto',
  notes: 'Notas',
  backToText: (number, place) => `Volver al texto, nota ${number}${place === undefined ? '' : `, llamada ${place}`}`,
  done: 'Hecho:',
  open: 'Pendiente:',
  summary: ({ images, descriptions }) =>
    [
      'La publicación tiene encabezados estructurados, un índice y un orden de lectura lógico; su presentación se puede modificar.',
      images && 'Las imágenes con significado tienen textos alternativos.',
      descriptions && 'Las imágenes complejas tienen descripciones extensas.',
    ].filter(Boolean).join(' '),
}; // prettier-ignore

const byLanguage: Readonly<Record<string, Words>> = { en: english, de: german, fr: french, es: spanish };

/** The words and the language they are in: English where Lectern has none of the book's language. */
export function wordsOf(language: string): { readonly words: Words; readonly language: string } {
  const words = byLanguage[language.split('-')[0]?.toLowerCase() ?? ''];
  return words ? { words, language } : { words: english, language: 'en' };
}
