/** A build that is about to be killed: its workers are at work, one idle and one that hears nothing. */
import { workerBeside } from '../../../pipeline/speech/pool/fork-worker.ts';
import { createProcessPool } from '../../../pipeline/speech/pool/process-pool.ts';
import type { FaultyAnswer, FaultyRequest } from './faulty-worker.ts';

const pool = createProcessPool<FaultyRequest, FaultyAnswer>({
  worker: workerBeside(import.meta.url, './faulty-worker'),
  name: 'faulty',
  size: 2,
  timeoutMilliseconds: () => 60_000,
});
const { signal } = new AbortController();
const both = await Promise.all([pool.run({ do: 'answer' }, signal), pool.run({ do: 'answer' }, signal)]);
void pool.run({ do: 'hang' }, signal);
process.stdout.write(`${both.map((answer) => answer.process).join(' ')}\n`);
if (process.argv[2] === 'leave') process.exit(0);
