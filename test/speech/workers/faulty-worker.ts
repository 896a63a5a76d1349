/** A worker that does as it is told: answers, complains, crashes, hangs. */
import { SpeechError } from '../../../pipeline/speech/engine.ts';
import { serve } from '../../../pipeline/speech/pool/serve.ts';

export type FaultyRequest = {
  readonly do: 'answer' | 'refuse' | 'stumble' | 'crash' | 'hang';
  readonly value?: string;
};
export type FaultyAnswer = { readonly value: string; readonly process: number };

serve(({ do: what, value = '' }: FaultyRequest): FaultyAnswer => {
  if (what === 'refuse') throw new SpeechError('I will not.', { transient: false });
  if (what === 'stumble') throw new SpeechError('I cannot just now.', { transient: true });
  if (what === 'crash') {
    process.stderr.write('what a crash\n');
    process.exit(7);
  }
  // As an engine that computes for ever: no event reaches it.
  if (what === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return { value, process: process.pid };
});
