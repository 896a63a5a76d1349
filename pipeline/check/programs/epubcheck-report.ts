import { z } from 'zod';
import type { Finding, Severity } from '../finding.ts';

/** What EPUBCheck writes with `--json`, as far as it is read. */
const reportSchema = z.object({
  checker: z.object({ checkerVersion: z.string() }),
  messages: z.array(
    z.object({
      ID: z.string(),
      severity: z.enum(['FATAL', 'ERROR', 'WARNING', 'INFO', 'USAGE', 'SUPPRESSED']),
      message: z.string(),
      locations: z.array(z.object({ path: z.string(), line: z.number(), column: z.number() })).default([]),
    }),
  ),
});

export type EpubcheckReport = { readonly version: string; readonly findings: readonly Finding[] };

const severities: Readonly<Record<string, Severity>> = {
  FATAL: 'fatal',
  ERROR: 'error',
  WARNING: 'warning',
  INFO: 'info',
};

/** A finding for each place. @throws where it is no such report. */
export function parseEpubcheckReport(text: string): EpubcheckReport {
  const { checker, messages } = reportSchema.parse(JSON.parse(text));
  const findings = messages.flatMap(({ ID, severity, message, locations }): readonly Finding[] => {
    const known = severities[severity];
    if (known === undefined) return [];
    const found: Finding = { checker: 'epubcheck', severity: known, code: ID, message };
    if (locations.length === 0) return [found];
    return locations.map(({ path, line, column }) => ({
      ...found,
      // −1 stands for none.
      place: { path, ...(line > 0 && { line }), ...(column > 0 && { column }) },
    }));
  });
  return { version: checker.checkerVersion, findings };
}
