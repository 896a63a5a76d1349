import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

/**
 * Compares a text with the golden file. `UPDATE_GOLDEN=1` writes the file instead: read it before you keep it, and ask
 * whether the stage's version must be raised.
 */
export function expectGolden(file: string, actual: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  let golden: string;
  try {
    golden = readFileSync(file, 'utf8');
  } catch {
    golden = `(${path.basename(file)} is missing)`;
  }
  expect(actual).toBe(golden);
}
