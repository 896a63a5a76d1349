import { afterAll, expect, test } from 'vitest';
import { describeEngineContract } from '../engine-contract.ts';
import { requestEnglish } from '../request-english.ts';
import { openKokoro, speakEnglish } from './speak-kokoro.ts';

describeEngineContract('kokoro', () => openKokoro());

const engine = openKokoro();
afterAll(() => engine.dispose());

test('a process that is deep in a long sentence stops at once', async () => {
  const voice = 'kokoro/af_heart';
  const long = await requestEnglish(engine, voice, 'The tide came in, '.repeat(16));
  const abort = new AbortController();
  const speaking = expect(engine.synthesize(long, abort.signal)).rejects.toThrow('enough');
  // The other process has a word to say: when it is heard, the first, which was asked before, is far from its end.
  await speakEnglish(engine, voice, 'Go.');
  const aborted = performance.now();
  abort.abort(new Error('enough'));
  await speaking;
  expect(performance.now() - aborted).toBeLessThan(1000);
});
