import { primaryLanguage } from '../language-tag.ts';

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
  /** The narrator in a file's tags. */
  readonly narratorTag: (narrator: string | undefined) => string;
};

/** Names of languages as they are said; others are said as they are written. */
const languages: Readonly<Record<string, string>> = {
  bash: 'shell', c: 'C', console: 'shell', cpp: 'C++', cs: 'C sharp', csharp: 'C sharp', css: 'CSS', go: 'Go', html: 'HTML', java: 'Java',
  javascript: 'JavaScript', js: 'JavaScript', json: 'JSON', jsx: 'JavaScript', kotlin: 'Kotlin', markdown: 'Markdown', md: 'Markdown',
  php: 'PHP', py: 'Python', python: 'Python', rb: 'Ruby', ruby: 'Ruby', rs: 'Rust', rust: 'Rust', sh: 'shell', shell: 'shell', sql: 'SQL',
  swift: 'Swift', toml: 'TOML', ts: 'TypeScript', tsx: 'TypeScript', typescript: 'TypeScript', xml: 'XML', yaml: 'YAML', yml: 'YAML', zsh: 'shell',
}; // prettier-ignore

/** "ts" → "TypeScript"; what is no language at all (text, none) has no name. */
export function spokenLanguage(written: string | undefined): string | undefined {
  if (written === undefined || /^(text|txt|plain|plaintext|none|output)$/.test(written)) return undefined;
  return Object.hasOwn(languages, written) ? languages[written] : written;
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const english: SpokenWords = {
  figure: 'Figure.',
  table: (columns, rows) =>
    `Table with ${count(columns, 'column', 'columns')} and ${count(rows, 'row', 'rows')}.`,
  code: (language, lines) =>
    `Code${language === undefined ? '' : ` in ${language}`}, ${count(lines, 'line', 'lines')}.`,
  note: (number) => `Note ${number}.`,
  notes: 'Notes.',
  done: 'Done.',
  open: 'To do.',
  narratedBy: (narrator) =>
    narrator === undefined
      ? 'Narrated by a synthetic voice.'
      : `Narrated by ${narrator}. The voice is synthetic.`,
  narratorTag: (narrator) => (narrator === undefined ? 'Synthetic voice' : `${narrator} (synthetic voice)`),
};
const german: SpokenWords = {
  figure: 'Abbildung.',
  table: (columns, rows) =>
    `Tabelle mit ${count(columns, 'Spalte', 'Spalten')} und ${count(rows, 'Zeile', 'Zeilen')}.`,
  code: (language, lines) =>
    `Quelltext${language === undefined ? '' : ` in ${language}`}, ${count(lines, 'Zeile', 'Zeilen')}.`,
  note: (number) => `Anmerkung ${number}.`,
  notes: 'Anmerkungen.',
  done: 'Erledigt.',
  open: 'Offen.',
  narratedBy: (narrator) =>
    narrator === undefined
      ? 'Gelesen von einer synthetischen Stimme.'
      : `Gelesen von ${narrator}. Die Stimme ist synthetisch.`,
  narratorTag: (narrator) =>
    narrator === undefined ? 'Synthetische Stimme' : `${narrator} (synthetische Stimme)`,
};
const french: SpokenWords = {
  figure: 'Figure.',
  table: (columns, rows) =>
    `Tableau de ${count(columns, 'colonne', 'colonnes')} et ${count(rows, 'ligne', 'lignes')}.`,
  code: (language, lines) =>
    `Code${language === undefined ? '' : ` en ${language}`}, ${count(lines, 'ligne', 'lignes')}.`,
  note: (number) => `Note ${number}.`,
  notes: 'Notes.',
  done: 'Fait.',
  open: 'À faire.',
  narratedBy: (narrator) =>
    narrator === undefined
      ? 'Lu par une voix de synthèse.'
      : `Lu par ${narrator}. La voix est une voix de synthèse.`,
  narratorTag: (narrator) => (narrator === undefined ? 'Voix de synthèse' : `${narrator} (voix de synthèse)`),
};
const spanish: SpokenWords = {
  figure: 'Figura.',
  table: (columns, rows) =>
    `Tabla de ${count(columns, 'columna', 'columnas')} y ${count(rows, 'fila', 'filas')}.`,
  code: (language, lines) =>
    `Código${language === undefined ? '' : ` en ${language}`}, ${count(lines, 'línea', 'líneas')}.`,
  note: (number) => `Nota ${number}.`,
  notes: 'Notas.',
  done: 'Hecho.',
  open: 'Pendiente.',
  narratedBy: (narrator) =>
    narrator === undefined ? 'Leído por una voz sintética.' : `Leído por ${narrator}. La voz es sintética.`,
  narratorTag: (narrator) => (narrator === undefined ? 'Voz sintética' : `${narrator} (voz sintética)`),
};

const byLanguage: Readonly<Record<string, SpokenWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};

export function spokenWordsOf(language: string): SpokenWords {
  return byLanguage[primaryLanguage(language)] ?? english;
}
