import { htmlReport } from './html-report.ts';
import type { BuiltReport, FileReport } from './report-data.ts';

/** `report.json` for programs and `report.html` for people, with the same evidence. */
export type ReportTexts = { readonly json: string; readonly html: string };

export function reportTexts(
  files: readonly FileReport[],
  lecternVersion: string,
  built?: BuiltReport,
): ReportTexts {
  const all = [...files, ...(built?.audio ?? [])];
  const data = {
    lectern: lecternVersion,
    passed: all.every(({ passed }) => passed),
    files,
    ...(built && { audio: built.audio }),
  };
  return { json: `${JSON.stringify(data, null, 2)}\n`, html: htmlReport(files, lecternVersion, built) };
}
