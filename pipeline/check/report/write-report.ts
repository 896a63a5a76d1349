import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileReport } from './report-data.ts';
import { reportTexts } from './report-texts.ts';

/** Writes `report.json` and `report.html` into a folder. */
export async function writeReport(
  folder: string,
  files: readonly FileReport[],
  lecternVersion: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { json, html } = reportTexts(files, lecternVersion);
  await writeFile(path.join(folder, 'report.json'), json);
  await writeFile(path.join(folder, 'report.html'), html);
}
