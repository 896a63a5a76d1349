/**
 * The program as it is published, compiled once for all tests that start it: from TypeScript a start takes several seconds, and the
 * tests start it some hundred times.
 *
 * It lies among the packages, where it finds those that it needs, under the digest of its sources: what is tested is what is there.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const programs = join(root, 'node_modules', '.lectern-test');

/** Vitest's global setup: workers are told by the environment. */
export default function setup(): void {
  const folder = join(programs, digestOfSources());
  if (!existsSync(folder)) compile(folder);
  Object.assign(process.env, { LECTERN_TEST_PROGRAM: join(folder, 'dist', 'cli.js') });
}

function compile(folder: string): void {
  rmSync(programs, { recursive: true, force: true });
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  // `version.ts` reads it, beside the compiled folder.
  copyFileSync(join(root, 'package.json'), join(unfinished, 'package.json'));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // Types are checked before the tests run.
  const options = ['--noCheck', '--declaration', 'false', '--outDir', join(unfinished, 'dist')];
  execFileSync(process.execPath, [tsc, '-p', join(root, 'test/tools/tsconfig.publish.json'), ...options], {
    stdio: 'inherit',
  });
  renameSync(unfinished, folder);
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'pipeline'), { recursive: true, encoding: 'utf8' });
  for (const name of [
    ...sources
      .filter((one) => one.endsWith('.ts'))
      .sort()
      .map((one) => join('pipeline', one)),
    'package.json',
    'tsconfig.json',
    'test/tools/tsconfig.publish.json',
  ])
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(root, name)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}
