/** What is said and not shown, in the publication's language. */
export type SpokenWords = {
  readonly figure: string;
  readonly table: (columns: number, rows: number) => string;
  readonly code: (language: string | undefined, lines: number) => string;
  readonly note: (number: string) => string;
  readonly notes: string;
  readonly done: string;
  readonly open: string;
  readonly narratedBy: (narrator: string | undefined) => string;
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const english: SpokenWords = {
  figure: 'Figure.',
  table: (columns, rows) => `Table with ${count(columns, 'column', 'columns')} and ${count(rows, 'row', 'rows')}.`,
  code: (language, lines) => `Code${language === undefined ? '' : ` in ${language}`}, ${count(lines, 'line', 'lines')}.`,
  note: (number) => `Note ${number}.`,
  notes: 'Notes.',
  done: 'Done.',
  open: 'To do.',
  narratedBy: (narrator) => (narrator === undefined ? 'Narrated by a synthetic voice.' : `Narrated by ${narrator}. The voice is synthetic.`),
};
const german: SpokenWords = {
  figure: 'Abbildung.',
  table: (columns, rows) => `Tabelle mit ${count(columns, 'Spalte', 'Spalten')} und ${count(rows, 'Zeile', 'Zeilen')}.`,
  code: (language, lines) => `Quelltext${language === undefined ? '' : ` in ${language}`}, ${count(lines, 'Zeile', 'Zeilen')}.`,
  note: (number) => `Anmerkung ${number}.`,
  notes: 'Anmerkungen.',
  done: 'Erledigt.',
  open: 'Offen.',
  narratedBy: (narrator) => (narrator === undefined ? 'Gelesen von einer synthetischen Stimme.' : `Gelesen von ${narrator}. Die Stimme ist synthetisch.`),
};
const french: SpokenWords = {
  figure: 'Figure.',
  table: (columns, rows) => `Tableau de ${count(columns, 'colonne', 'colonnes')} et ${count(rows, 'ligne', 'lignes')}.`,
  code: (language, lines) => `Code${language === undefined ? '' : ` en ${language}`}, ${count(lines, 'ligne', 'lignes')}.`,
  note: (number) => `Note ${number}.`,
  notes: 'Notes.',
  done: 'Fait.',
  open: 'À faire.',
  narratedBy: (narrator) => (narrator === undefined ? 'Lu par une voix de synthèse.' : `Lu par ${narrator}. La voix est une voix de synthèse.`),
};
const spanish: SpokenWords = {
  figure: 'Figura.',
  table: (columns, rows) => `Tabla de ${count(columns, 'columna', 'columnas')} y ${count(rows, 'fila', 'filas')}.`,
  code: (language, lines) => `Código${language === undefined ? '' : ` en ${language}`}, ${count(lines, 'línea', 'líneas')}.`,
  note: (number) => `Nota ${number}.`,
  notes: 'Notas.',
  done: 'Hecho.',
  open: 'Pendiente.',
  narratedBy: (narrator) => (narrator === undefined ? 'Leído por una voz sintética.' : `Leído por ${narrator}. La voz es sintética.`),
};

const byLanguage: Readonly<Record<string, SpokenWords>> = { en: english, de: german, fr: french, es: spanish };

export function spokenWordsOf(language: string): SpokenWords {
  return byLanguage[language.split('-')[0]?.toLowerCase() ?? ''] ?? english;
}
