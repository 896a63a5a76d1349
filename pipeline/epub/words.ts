import { primaryLanguage } from '../language-tag.ts';

/** What Lectern says in a book on its own behalf: labels of its parts and the accessibility summary. */
export type Words = {
  readonly contents: string;
  readonly cover: string;
  readonly lists: Readonly<Record<'figures' | 'tables', string>>;
  readonly pages: string;
  readonly start: string;
  readonly notes: string;
  /** The label of a note's back link; `place` counts from 1 where the note has several references. */
  readonly backToText: (number: string, place?: number) => string;
  readonly done: string;
  readonly open: string;
  readonly summary: (has: Has) => string;
};

/** What the accessibility summary tells of. */
export type Has = {
  readonly images: boolean;
  readonly descriptions: boolean;
  /** The text is read aloud, always by a synthetic voice. */
  readonly readAloud: boolean;
  /** A person vouches for conformance. */
  readonly claimed: boolean;
};

const english: Words = {
  contents: 'Contents',
  cover: 'Cover',
  lists: { figures: 'Figures', tables: 'Tables' },
  pages: 'Pages of the print edition',
  start: 'Start of content',
  notes: 'Notes',
  backToText: (number, place) => `Back to text, note ${number}${place === undefined ? '' : `, place ${place}`}`,
  done: 'Done:',
  open: 'To do:',
  summary: ({ images, descriptions, readAloud, claimed }) =>
    [
      'The publication has structured headings, a table of contents and a logical reading order; its appearance can be changed by the reader.',
      images && 'Images that carry meaning have text alternatives.',
      descriptions && 'Complex images have extended descriptions.',
      readAloud && 'All of it is read aloud by a synthetic voice, and what is heard is highlighted in the text.',
      'A program checked its text alternatives, headings, tables, links and languages when the book was made.',
      !claimed && 'No person has certified it.',
    ].filter(Boolean).join(' '),
}; // prettier-ignore

const german: Words = {
  contents: 'Inhalt',
  cover: 'Umschlag',
  lists: { figures: 'Abbildungen', tables: 'Tabellen' },
  pages: 'Seiten der gedruckten Ausgabe',
  start: 'Beginn des Textes',
  notes: 'Anmerkungen',
  backToText: (number, place) => `Zurück zum Text, Anmerkung ${number}${place === undefined ? '' : `, Stelle ${place}`}`,
  done: 'Erledigt:',
  open: 'Offen:',
  summary: ({ images, descriptions, readAloud, claimed }) =>
    [
      'Die Publikation hat gegliederte Überschriften, ein Inhaltsverzeichnis und eine schlüssige Lesereihenfolge; ihre Darstellung lässt sich anpassen.',
      images && 'Bilder mit Aussage haben Alternativtexte.',
      descriptions && 'Komplexe Bilder haben ausführliche Beschreibungen.',
      readAloud && 'Alles wird von einer synthetischen Stimme vorgelesen, und das Gehörte ist im Text hervorgehoben.',
      'Ein Programm hat beim Erstellen Alternativtexte, Überschriften, Tabellen, Links und Sprachen geprüft.',
      !claimed && 'Kein Mensch hat sie zertifiziert.',
    ].filter(Boolean).join(' '),
}; // prettier-ignore

const french: Words = {
  contents: 'Table des matières',
  cover: 'Couverture',
  lists: { figures: 'Figures', tables: 'Tableaux' },
  pages: 'Pages de l’édition imprimée',
  start: 'Début du texte',
  notes: 'Notes',
  backToText: (number, place) => `Retour au texte, note ${number}${place === undefined ? '' : `, renvoi ${place}`}`,
  done: 'Fait :',
  open: 'À faire :',
  summary: ({ images, descriptions, readAloud, claimed }) =>
    [
      'La publication possède des titres structurés, une table des matières et un ordre de lecture logique ; sa présentation est modifiable.',
      images && 'Les images porteuses de sens ont un texte de remplacement.',
      descriptions && 'Les images complexes ont une description détaillée.',
      readAloud && 'Tout est lu à haute voix par une voix de synthèse, et le passage entendu est mis en évidence dans le texte.',
      'Un programme a vérifié les textes de remplacement, les titres, les tableaux, les liens et les langues lors de sa création.',
      !claimed && 'Personne ne l’a certifiée.',
    ].filter(Boolean).join(' '),
}; // prettier-ignore

const spanish: Words = {
  contents: 'Índice',
  cover: 'Cubierta',
  lists: { figures: 'Figuras', tables: 'Tablas' },
  pages: 'Páginas de la edición impresa',
  start: 'Comienzo del texto',
  notes: 'Notas',
  backToText: (number, place) => `Volver al texto, nota ${number}${place === undefined ? '' : `, llamada ${place}`}`,
  done: 'Hecho:',
  open: 'Pendiente:',
  summary: ({ images, descriptions, readAloud, claimed }) =>
    [
      'La publicación tiene encabezados estructurados, un índice y un orden de lectura lógico; su presentación se puede modificar.',
      images && 'Las imágenes con significado tienen textos alternativos.',
      descriptions && 'Las imágenes complejas tienen descripciones extensas.',
      readAloud && 'Una voz sintética lo lee todo, y lo que se oye se resalta en el texto.',
      'Un programa comprobó los textos alternativos, los encabezados, las tablas, los enlaces y los idiomas al crearla.',
      !claimed && 'Ninguna persona la ha certificado.',
    ].filter(Boolean).join(' '),
}; // prettier-ignore

const byLanguage: Readonly<Record<string, Words>> = { en: english, de: german, fr: french, es: spanish };

/** The words and the language they are in: English where Lectern has none of the book's language. */
export function wordsOf(language: string): { readonly words: Words; readonly language: string } {
  const words = byLanguage[primaryLanguage(language)];
  return words ? { words, language } : { words: english, language: 'en' };
}
