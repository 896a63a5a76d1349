import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { BlobAccess, StageContext } from '../../pipeline/engine/stage.ts';
import { SpeechError } from '../../pipeline/speech/engine.ts';
import { speak, spokenSchema, type Spoken } from '../../pipeline/speech/speak.ts';
import { createSpeechTools, type VoiceTool } from '../../pipeline/speech/tools.ts';
import { createToneEngine, type ToneEngine } from './tone-engine.ts';

const refuse = (): never => {
  throw new Error('A stage that speaks only writes.');
};

/** A context whose blobs stay in memory. */
async function contextFor(engine: ToneEngine) {
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
  const voice = await createSpeechTools({ jobs: 1, engines: [engine] }).voice('tone/plain');
  const told: [number, number][] = [];
  const context: StageContext<{ readonly voice: VoiceTool }> = {
    signal: new AbortController().signal,
    tools: { voice },
    blobs,
    progress: (done, total) => told.push([done, total]),
  };
  return { context, stored, told };
}

type Sound = Exclude<Spoken, { readonly unsaid: string }>;

function heard(spoken: Spoken): Sound {
  if ('unsaid' in spoken) throw new Error(spoken.unsaid);
  return spoken;
}

const texts = (spoken: Sound): string[] => spoken.words.map((word) => word.text);

test('an utterance becomes trimmed samples and the times of its words', async () => {
  const { context, stored } = await contextFor(createToneEngine());
  const spoken = heard(await speak.run({ text: 'Hello there, world.', language: 'en' }, context));
  expect(spokenSchema.parse(spoken)).toEqual(spoken);
  expect(stored.get(spoken.pcm.sha256)?.length).toBe(spoken.samples * 2);
  expect(texts(spoken)).toEqual(['Hello', 'there,', 'world.']);
  // 5 + 6 + 6 letters of 480 samples, two gaps of 320, 15 ms before and 40 ms after, found in frames of 5 ms.
  const exact = 17 * 480 + 2 * 320 + 240 + 640;
  expect(Math.abs(spoken.samples - exact)).toBeLessThanOrEqual(160);
  expect(Math.abs((spoken.words[0]?.beginSample ?? 0) - 240)).toBeLessThanOrEqual(80);
});

test('a text that is too long for the engine is spoken clause by clause, with no word lost', async () => {
  const engine = createToneEngine({ longestText: 24 });
  const { context, told } = await contextFor(engine);
  const text = 'When it rained, the road was wet. Nobody went there, and it was long.';
  const spoken = heard(await speak.run({ text, language: 'en' }, context));
  expect(engine.requests.length).toBeGreaterThan(2);
  expect(engine.requests.map((request) => request.text).join(' ')).toBe(text);
  for (const request of engine.requests) expect(request.text.length).toBeLessThanOrEqual(24);
  expect(texts(spoken)).toEqual(text.split(' '));
  spoken.words.slice(1).forEach((word, index) => {
    expect(word.beginSample).toBeGreaterThanOrEqual(spoken.words[index]?.endSample ?? 0);
  });
  expect(spoken.words.at(-1)?.endSample).toBeLessThanOrEqual(spoken.samples);
  expect(told.at(-1)).toEqual([engine.requests.length, engine.requests.length]);
});

test('equal utterances are equal values', async () => {
  const [one, two] = [await contextFor(createToneEngine()), await contextFor(createToneEngine())];
  const input = { text: 'The same.', language: 'en' };
  expect(await speak.run(input, one.context)).toEqual(await speak.run(input, two.context));
});

test('a text without anything to say is refused', async () => {
  const { context } = await contextFor(createToneEngine());
  await expect(speak.run({ text: ' ', language: 'en' }, context)).rejects.toThrow(SpeechError);
});

test('the voice is what the key of an utterance depends on', () => {
  expect(speak.tools).toEqual(['voice']);
});

test('a text that the voice has no sound for is a result that says why, not a failure', async () => {
  const { context } = await contextFor(createToneEngine());
  expect(await speak.run({ text: '…', language: 'en' }, context)).toEqual({
    unsaid: 'There is nothing to say.',
  });
});
