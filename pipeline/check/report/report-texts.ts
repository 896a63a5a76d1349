import { htmlReport } from './html-report.ts';
import type { FileReport } from './report-data.ts';

/** `report.json` for programs and `report.html` for people, with the same evidence. */
export type ReportTexts = { readonly json: string; readonly html: string };

export function reportTexts(files: readonly FileReport[], lecternVersion: string): ReportTexts {
  const data = { lectern: lecternVersion, passed: files.every(({ passed }) => passed), files };
  return { json: `${JSON.stringify(data, null, 2)}\n`, html: htmlReport(files, lecternVersion) };
}
