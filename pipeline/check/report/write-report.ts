import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { htmlReport } from './html-report.ts';
import type { FileReport } from './report-data.ts';

/** `report.json` for programs and `report.html` for people, with the same evidence. */
export async function writeReport(
  folder: string,
  files: readonly FileReport[],
  lecternVersion: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const data = { lectern: lecternVersion, passed: files.every(({ passed }) => passed), files };
  await writeFile(path.join(folder, 'report.json'), `${JSON.stringify(data, null, 2)}\n`);
  await writeFile(path.join(folder, 'report.html'), htmlReport(files, lecternVersion));
}
