/** What must not compile. `tsc` checks this file: each `@ts-expect-error` is an error itself if nothing is wrong. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Build } from '../../pipeline/engine/build.ts';
import { defineStage } from '../../pipeline/engine/define-stage.ts';
import type { StageContext } from '../../pipeline/engine/stage.ts';

type Voice = { readonly identity: string; readonly say: (text: string) => number };
type Encoder = { readonly identity: string; readonly bits: number };
type Line = { readonly text: string };

const clip = z.strictObject({
  kind: z.enum(['speech', 'silence']),
  words: z.array(z.strictObject({ begin: z.number() })),
  note: z.string().optional(),
});
const base = { name: 'stage', version: 1 } as const;

const speak = defineStage({
  ...base,
  output: clip,
  tools: ['voice'],
  run: async (line: Line, { tools }: StageContext<{ voice: Voice }>) => {
    await Promise.resolve();
    return { kind: 'speech', words: [{ begin: tools.voice.say(line.text) }] };
  },
});
const encode = defineStage({
  ...base,
  output: z.strictObject({ seconds: z.number() }),
  tools: ['encoder'],
  run: ({ clips }: { clips: z.output<typeof clip>[] }, { tools }: StageContext<{ encoder: Encoder }>) => ({
    seconds: clips.length * tools.encoder.bits,
  }),
});

type Tree = { readonly type: string; readonly children: readonly Tree[] };
const treeSchema: z.ZodType<Tree> = z.strictObject({
  type: z.string(),
  children: z.lazy(() => z.array(treeSchema)),
});
const partSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('image'), path: z.string() }),
]);

export const fitting = [
  // Readonly data, branches with and without an optional property, a method, and data that is not written in place.
  defineStage({
    ...base,
    output: clip,
    tools: [],
    async run(line: Line) {
      const words: readonly { readonly begin: number }[] = await Promise.resolve([{ begin: 1 }]);
      if (line.text === '') return { kind: 'silence', words } as const;
      return { kind: 'speech', words, note: 'x' } as const;
    },
  }),
  defineStage({ ...base, output: treeSchema, tools: [], run: (tree: Tree) => tree }),
  defineStage({
    ...base,
    output: treeSchema,
    tools: [],
    run: (type: string) => ({ type, children: [{ type, children: [] }] }),
  }),
  defineStage({
    ...base,
    output: z.array(partSchema),
    tools: [],
    run: (path: string) => [
      { kind: 'image', path },
      { kind: 'text', text: path },
    ],
  }),
  defineStage({ ...base, output: z.record(z.string(), z.number()), tools: [], run: () => ({ a: 1 }) }),
  defineStage({ ...base, output: z.tuple([z.string(), z.int()]), tools: [], run: () => ['a', 1] }),
];

const toClip = { ...base, output: clip, tools: [] as const };
const toParts = { ...base, output: z.array(partSchema), tools: [] as const };
const begin = 1;
const nothing = Promise.resolve([]);

export const stray = [
  // @ts-expect-error a property that the schema lacks
  defineStage({ ...toClip, run: () => ({ kind: 'speech', words: [], extra: 1 }) }),
  // @ts-expect-error through an async function, too
  defineStage({ ...toClip, run: async () => ({ kind: 'silence', words: await nothing, extra: 1 }) }),
  // @ts-expect-error a nested one
  defineStage({ ...toClip, run: () => ({ kind: 'speech', words: [{ begin, end: 2 }] }) }),
  // @ts-expect-error one that is not always there
  defineStage({ ...toClip, run: (more: { x?: number }) => ({ kind: 'speech', words: [], ...more }) }),
  // @ts-expect-error one that only another member of a union has
  defineStage({ ...toParts, run: () => [{ kind: 'text', text: '', path: '' }] }),
];

export const wrongResult = [
  // @ts-expect-error a property is missing
  defineStage({ ...toClip, run: () => ({ kind: 'speech' }) }),
  // @ts-expect-error a word that the schema does not list
  defineStage({ ...toClip, run: () => ({ kind: 'song', words: [] }) }),
];

const toNumber = { ...base, output: z.number() };
const useVoice = ({ text }: Line, { tools }: StageContext<{ voice: Voice }>) => tools.voice.say(text);
export const wrongTools = [
  // @ts-expect-error a tool is named that the context lacks
  defineStage({ ...toNumber, tools: ['voices'], run: useVoice }),
  // @ts-expect-error a tool is used that is not named, so that it would not be in the key
  defineStage({ ...toNumber, tools: [], run: useVoice }),
  // @ts-expect-error a tool is named, but no context says what it is
  defineStage({ ...toNumber, tools: ['voice'], run: () => 1 }),
];

/** Compiled, never run. */
export async function graph(
  { step }: Build<{ voice: Voice; encoder: Encoder }>,
  voiceless: Build<{ encoder: Encoder }>,
  otherVoice: Build<{ voice: { identity: string; volume: number }; encoder: Encoder }>,
) {
  const spoken = await step(speak, { text: 'hello' });
  const kind: 'speech' | 'silence' = spoken.kind;
  const readonlyClips: readonly (typeof spoken)[] = [spoken];
  const { seconds } = await step(encode, { clips: readonlyClips });

  // @ts-expect-error stages in the wrong order: encode wants clips
  await step(encode, { text: 'hello' });
  // @ts-expect-error and speak wants a line
  await step(speak, await step(encode, { clips: [spoken] }));
  // @ts-expect-error an input of another type
  await step(speak, { text: 1 });
  // @ts-expect-error an input with a stray property
  await step(speak, { text: 'hello', voice: 'Ada' });
  // @ts-expect-error a promise that was not awaited
  await step(encode, { clips: [step(speak, { text: 'hello' })] });
  // @ts-expect-error the build lacks the tool that the stage names
  await voiceless.step(speak, { text: 'hello' });
  // @ts-expect-error its tool of that name is another
  await otherVoice.step(speak, { text: 'hello' });
  // @ts-expect-error the result is what the schema says, no more
  const extra: unknown = spoken.extra;
  return [kind, seconds, extra];
}

test('a stage keeps the parts that it was defined with', () => {
  expect(speak).toMatchObject({ name: 'stage', version: 1, output: clip, tools: ['voice'] });
  expect(fitting).toHaveLength(6);
});
