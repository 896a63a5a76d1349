import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const engine = new URL('../../../pipeline/engine', import.meta.url).href;
const loader = new URL('../../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;

const nodeArguments = (script: string) => [
  '--import',
  loader,
  '--input-type=module',
  '--eval',
  script.replaceAll('ENGINE', engine),
];

/**
 * Runs a module's text in a process of its own; `ENGINE` in it stands for the folder of the engine.
 * `fileBlocks` limits the size of the files that it may write, in blocks of 512 or 1024 bytes.
 */
export function runScript(
  script: string,
  { cwd = root, fileBlocks }: { readonly cwd?: string; readonly fileBlocks?: number } = {},
): { readonly stdout: string } {
  const [command, args] =
    fileBlocks === undefined
      ? [process.execPath, nodeArguments(script)]
      : ['sh', ['-c', `ulimit -f ${fileBlocks}; exec "$0" "$@"`, process.execPath, ...nodeArguments(script)]];
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    // The loader's own cache of compiled files would meet the limit first.
    env: { ...process.env, TSX_DISABLE_CACHE: '1' },
  });
  if (status !== 0) throw new Error(`The script ended with ${status}: ${stderr}`);
  return { stdout };
}

/** As `runScript`, without waiting for its end. */
export function startScript(script: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...nodeArguments(script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
