import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { BlobAccess, StageContext } from '../../pipeline/engine/stage.ts';
import type { SpeechEngine } from '../../pipeline/speech/engine.ts';
import {
  speak,
  spokenSchema,
  type Sound,
  type SpeakInput,
  type Spoken,
} from '../../pipeline/speech/speak.ts';
import { createSpeechTools, type SpeechTools } from '../../pipeline/speech/tools.ts';
import { createToneEngine } from './tone-engine.ts';

const refuse = (): never => {
  throw new Error('A stage that speaks only writes.');
};

/** A context whose blobs stay in memory. */
function contextFor(engine: SpeechEngine) {
  const stored = new Map<string, Buffer>();
  const blobs: BlobAccess = {
    write: async (source) => {
      const parts: Uint8Array[] = [];
      for await (const part of source) parts.push(part);
      const content = Buffer.concat(parts);
      const sha256 = createHash('sha256').update(content).digest('hex');
      stored.set(sha256, content);
      return { sha256, bytes: content.length };
    },
    ...{ writeFile: refuse, read: refuse, readAll: refuse, path: refuse },
  };
  const told: [number, number][] = [];
  const context: StageContext<{ readonly speech: SpeechTools }> = {
    signal: new AbortController().signal,
    tools: { speech: createSpeechTools([engine]) },
    blobs,
    progress: (done, total) => told.push([done, total]),
  };
  return { context, stored, told };
}

const line = (text: string): SpeakInput => ({ voice: 'tone/plain', language: 'en', text, identity: 'tone' });

function heard(spoken: Spoken): Sound {
  if ('unsaid' in spoken) throw new Error(spoken.unsaid);
  return spoken;
}

test('an utterance becomes trimmed samples and the times of its words', async () => {
  const { context, stored } = contextFor(createToneEngine());
  const spoken = heard(await speak.run(line('Hello there, world.'), context));
  expect(spokenSchema.parse(spoken)).toEqual(spoken);
  expect(stored.get(spoken.pcm.sha256)?.length).toBe(spoken.samples * 2);
  expect(spoken.times).toHaveLength(3 * 2);
  // 5 + 6 + 6 letters of 480 samples, two gaps of 320, 15 ms before and 40 ms after, found in frames of 5 ms.
  const exact = 17 * 480 + 2 * 320 + 240 + 640;
  expect(Math.abs(spoken.samples - exact)).toBeLessThanOrEqual(160);
  expect(Math.abs((spoken.times[0] ?? 0) - 240)).toBeLessThanOrEqual(80);
});

test('a text that is too long for the engine is spoken clause by clause, with no word lost', async () => {
  const engine = createToneEngine({ longestText: 24 });
  const { context, told } = contextFor(engine);
  const text = 'When it rained, the road was wet. Nobody went there, and it was long.';
  const spoken = heard(await speak.run(line(text), context));
  expect(engine.requests.length).toBeGreaterThan(2);
  expect(engine.requests.map((request) => request.text).join(' ')).toBe(text);
  for (const request of engine.requests) expect(request.text.length).toBeLessThanOrEqual(24);
  expect(spoken.times).toHaveLength(text.split(' ').length * 2);
  expect(spoken.times).toEqual(spoken.times.toSorted((a, b) => a - b));
  expect(spoken.times.at(-1)).toBeLessThanOrEqual(spoken.samples);
  expect(told.at(-1)).toEqual([engine.requests.length, engine.requests.length]);
});

test('equal utterances are equal values', async () => {
  const [one, two] = [contextFor(createToneEngine()), contextFor(createToneEngine())];
  const input = line('The same.');
  expect(await speak.run(input, one.context)).toEqual(await speak.run(input, two.context));
});

test('the identity of the voice is part of the input, and so of the key', () => {
  expect(speak.tools).toEqual(['speech']);
  expect(line('x')).toHaveProperty('identity');
});

/** The tones, but silent until it is asked to go slower. */
function firstSilent(
  stillSilent: boolean,
): SpeechEngine & { readonly tempos: readonly (number | undefined)[] } {
  const engine = createToneEngine();
  const tempos: (number | undefined)[] = [];
  return {
    ...engine,
    tempo: true,
    tempos,
    synthesize: async (request, signal) => {
      tempos.push(request.tempo);
      const speech = await engine.synthesize(request, signal);
      return tempos.length === 1 || stillSilent
        ? { ...speech, pcm: new Uint8Array(speech.pcm.length) }
        : speech;
    },
  };
}

test('what sounds wrong is spoken once more, a little slower, and kept if it is better', async () => {
  const engine = firstSilent(false);
  const { context } = contextFor(engine);
  const spoken = heard(await speak.run(line('Hello there.'), context));
  expect(engine.tempos).toEqual([undefined, 0.95]);
  expect(spoken.faults).toBeUndefined();
});

test('what still sounds wrong is kept, and says so', async () => {
  const engine = firstSilent(true);
  const { context } = contextFor(engine);
  const spoken = heard(await speak.run(line('Hello there.'), context));
  expect(engine.tempos).toHaveLength(2);
  expect(spoken.faults).toEqual(['it is silent']);
});

test('a text that the voice has no sound for is a result that says why, not a failure', async () => {
  const { context } = contextFor(createToneEngine());
  expect(await speak.run(line('…'), context)).toEqual({
    unsaid: 'There is nothing to say.',
  });
});
