import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The worker's module that lies beside the one that asks: `.ts` in the tree, `.js` when published.
 *
 * @param name without its extension
 */
export function workerBeside(moduleUrl: string, name: string): string {
  const own = fileURLToPath(moduleUrl);
  return fileURLToPath(new URL(name + extname(own), pathToFileURL(own)));
}

/** Starts a worker. It keeps nobody waiting: the process that started it may end while it idles. */
export function forkWorker(file: string, environment: Readonly<Record<string, string>>): ChildProcess {
  return fork(file, [], {
    serialization: 'advanced',
    env: { ...process.env, ...environment },
    // Options of this process (a debugger, a loader, a test runner's) are not the worker's.
    execArgv: file.endsWith('.ts') ? ['--import', typeScriptLoader()] : [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function typeScriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm')).href;
}
