/**
 * `npm run bench -- NAME`: fetches what the measurement needs, and runs it.
 * Figures are ratios of one run; absolute times are this machine's.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installedKokoro, testHome } from '../helpers/test-home.ts';

const [name = 'speech', ...rest] = process.argv.slice(2);
/** What each needs. */
const needs: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  speech: async () => [...(await kokoro()), '--peers', await peers()],
  quality: kokoro,
  epub: () => Promise.resolve([]),
  'epub-audio': () => Promise.resolve([]),
  audio: () => Promise.resolve([]),
  build: () => Promise.resolve([]),
};
const args = await needs[name]?.();
if (args === undefined) {
  console.error('npm run bench -- NAME: speech, quality --out DIR, epub, epub-audio, audio, build');
  process.exit(2);
}
const script = join(import.meta.dirname, `${name}.ts`);
const { status } = spawnSync(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), script, ...args, ...rest],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);

async function kokoro(): Promise<readonly string[]> {
  const { runtime, voices } = await installedKokoro('exact');
  return ['--voice-dir', resolve(voices, '..'), '--runtime', runtime];
}

/** The peer is no dependency: its runtime's install script would fetch from elsewhere, so that scripts are left out. */
async function peers(): Promise<string> {
  const folder = join(await testHome(), 'bench-peers');
  if (!existsSync(join(folder, 'node_modules', 'kokoro-js')))
    execFileSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, 'kokoro-js@1.2.1'],
      { stdio: 'inherit' },
    );
  return folder;
}
