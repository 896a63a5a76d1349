import { z } from 'zod';
import type { Finding, Severity } from '../finding.ts';

/** What Ace writes into report.json, as far as it is read (EARL in JSON-LD). */
const assertionSchema = z.object({
  'earl:test': z.object({ 'dct:title': z.string(), 'earl:impact': z.string().optional() }),
  'earl:result': z.object({ 'dct:description': z.string(), html: z.string().optional() }),
});
const reportSchema = z.object({
  'earl:assertedBy': z.object({ 'doap:release': z.object({ 'doap:revision': z.string() }) }),
  'earl:result': z.object({ 'earl:outcome': z.enum(['pass', 'fail']) }),
  assertions: z.array(
    z.object({
      'earl:testSubject': z.object({ url: z.string() }),
      assertions: z.array(assertionSchema),
    }),
  ),
});

export type AceReport = {
  readonly version: string;
  /** Ace's own judgement of the whole. */
  readonly outcome: 'pass' | 'fail';
  /** The pages that it opened, by their paths: a report on none proves nothing. */
  readonly pages: readonly string[];
  readonly findings: readonly Finding[];
};

/** @throws where it is no such report. */
export function parseAceReport(text: string): AceReport {
  const report = reportSchema.parse(JSON.parse(text));
  const subjects = report.assertions.map(({ 'earl:testSubject': { url } }) => url);
  return {
    version: report['earl:assertedBy']['doap:release']['doap:revision'],
    outcome: report['earl:result']['earl:outcome'],
    // The package document, and the contents once more by another name, are in the report too.
    pages: subjects.filter((url) => url.endsWith('.xhtml') && !url.startsWith('/')),
    findings: report.assertions.flatMap(({ 'earl:testSubject': { url }, assertions }) =>
      assertions.map((assertion) => findingOf(assertion, url)),
    ),
  };
}

function findingOf(
  { 'earl:test': rule, 'earl:result': result }: z.output<typeof assertionSchema>,
  path: string,
): Finding {
  // prettier-ignore
  const where = result.html === undefined ? '' : ` ${result.html.replace(/\s+/g, ' ').slice(0, 200)}`;
  return {
    checker: 'ace',
    severity: severityOf(rule['earl:impact']),
    code: rule['dct:title'],
    message: `${result['dct:description'].replace(/\s+/g, ' ').trim()}${where}`,
    place: { path },
  };
}

/** Impacts are those of axe. */
function severityOf(impact: string | undefined): Severity {
  return impact === 'minor' || impact === 'moderate' ? 'warning' : 'error';
}
