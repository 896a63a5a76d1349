import { Worker } from 'node:worker_threads';

/**
 * Ends this process when its parent is gone, even while it computes and hears no event: after `kill -9` of the parent
 * nobody else would. A thread of its own watches, as plain JavaScript so that it needs no loader.
 */
export function watchParent(intervalMilliseconds = 500): void {
  const watch = new Worker(watcher, {
    eval: true,
    execArgv: [],
    workerData: { parent: process.ppid, intervalMilliseconds },
  });
  watch.unref();
}

// On Windows an orphan keeps its parent's number, so the parent is asked for too.
const watcher = `
  const { workerData: { parent, intervalMilliseconds } } = require('node:worker_threads');
  const parentLives = () => {
    if (process.ppid !== parent) return false;
    try { process.kill(parent, 0); return true; } catch (error) { return error.code === 'EPERM'; }
  };
  setInterval(() => { if (!parentLives()) process.kill(process.pid, 'SIGKILL'); }, intervalMilliseconds);
`;
