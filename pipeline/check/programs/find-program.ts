import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../checker-run.ts';

/** The first program of this name that PATH has, as an absolute path. */
export async function findProgram(name: string, environment: Environment): Promise<string | undefined> {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  for (const folder of (environment['PATH'] ?? '').split(path.delimiter).filter((one) => one !== '')) {
    for (const one of names) {
      const program = path.resolve(folder, one);
      if (await isProgram(program)) return program;
    }
  }
  return undefined;
}

async function isProgram(program: string): Promise<boolean> {
  try {
    await access(program, constants.X_OK);
    return (await stat(program)).isFile();
  } catch {
    return false;
  }
}
