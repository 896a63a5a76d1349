/**
 * `npm run bench -- speech` and `npm run bench -- quality`: fetches what the measurement needs, and runs it.
 * Figures are ratios of one run; absolute times are this machine's.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installedKokoro, testHome } from '../helpers/test-home.ts';

const [name = 'speech', ...rest] = process.argv.slice(2);
if (name !== 'speech' && name !== 'quality') {
  console.error('There are two: npm run bench -- speech, and npm run bench -- quality --out DIR');
  process.exit(2);
}
const { runtime, voices } = await installedKokoro('exact');
const args = ['--voice-dir', resolve(voices, '..'), '--runtime', runtime];
if (name === 'speech') args.push('--peers', await peers());
const script = join(import.meta.dirname, `${name}.ts`);
const { status } = spawnSync(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), script, ...args, ...rest],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);

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
