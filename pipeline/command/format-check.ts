import type { CheckedEpub } from '../check/check-epub.ts';
import type { Finding } from '../check/finding.ts';
import { countFindings, findingsIn } from '../check/report/report-data.ts';
import { oneLine } from './format-problem.ts';
import { count } from './words.ts';

/**
 *     book.epub
 *       ran: EPUBCheck in TypeScript 0.7.0
 *       did not run: EPUBCheck: it is not installed
 *     OEBPS/map.xhtml:14:3: error: “Here” is not read aloud. [text-unvoiced]
 *     book.epub: 1 error, 0 warnings.
 *
 * @param columns where lines are broken; Infinity for whole lines
 */
export function formatCheck({ file, runs }: CheckedEpub, columns: number): string {
  const name = oneLine(file);
  const findings = findingsIn(runs);
  const { fatal, error, warning, info } = countFindings(findings);
  const told = info > 0 ? `, ${info} for information` : '';
  const ran = runs.map((run) =>
    'skipped' in run
      ? `  did not run: ${run.name}: ${oneLine(run.skipped)}`
      : `  ran: ${run.name} ${run.version}${run.note === undefined ? '' : `: ${run.note}`}`,
  );
  return [
    name,
    ...ran,
    ...findings.map(findingLine),
    `${name}: ${count(fatal + error, 'error')}, ${count(warning, 'warning')}${told}.`,
  ]
    .map((line) => `${wrap(line, columns)}\n`)
    .join('');
}

function findingLine({ checker, severity, code, message, place }: Finding): string {
  const where = [place?.path, place?.line, place?.column].filter((part) => part !== undefined).join(':');
  const from = checker === 'lectern' ? '' : `${checker} `;
  return `${where === '' ? '' : `${oneLine(where)}: `}${severity}: ${oneLine(message)} [${from}${oneLine(code)}]`;
}

/** Breaks between words; what follows is indented. A word that is longer than a line stays whole, to be copied. */
function wrap(line: string, columns: number): string {
  const lines: string[] = [];
  const lead = /^ */.exec(line)?.[0] ?? '';
  let open = lead;
  for (const word of line.trim().split(' ')) {
    const longer = open.trim() === '' ? `${open}${word}` : `${open} ${word}`;
    if (open.trim() !== '' && longer.length > columns) {
      lines.push(open);
      open = `${lead}    ${word}`;
    } else open = longer;
  }
  return [...lines, open].join('\n');
}
