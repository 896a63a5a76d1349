// `npm run compile`: emits what is published, JavaScript and types, into dist/.
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(
  process.execPath,
  [tsc, '-p', path.join(root, 'test/tools/tsconfig.publish.json')],
  { stdio: 'inherit' },
);
if (status === 0) chmodSync(path.join(dist, 'cli.js'), 0o755);
process.exit(status ?? 1);
