/** A small graph with the shape of a build: words are set one by one in a typeface, and the lines bound to a book. */
import { z } from 'zod';
import type { Build } from '../../../pipeline/engine/build.ts';
import { blobSchema } from '../../../pipeline/engine/blob.ts';
import { defineStage, type NoTools } from '../../../pipeline/engine/define-stage.ts';
import { mapLimited } from '../../../pipeline/engine/map-limited.ts';
import type { Json } from '../../../pipeline/engine/json.ts';
import type { Stage, StageContext } from '../../../pipeline/engine/stage.ts';
import { bytesOf, textOf } from './temporary-store.ts';

export type Named = { readonly identity: Json };
export type PressTools = { readonly typeface: Named; readonly binder: Named };
type Line = { readonly word: string; readonly print: z.output<typeof blobSchema> };

const listSchema = z.strictObject({ words: z.array(z.string()) });
const setSchema = z.strictObject({ word: z.string(), print: blobSchema });
const bookSchema = z.strictObject({ book: blobSchema, letters: z.int() });

/** Stages that count their runs. */
export function pressStages() {
  const runs: string[] = [];
  const split = defineStage({
    name: 'split',
    version: 1,
    output: listSchema,
    tools: [],
    run: (input: { readonly text: string }) => {
      runs.push('split');
      return Promise.resolve({ words: input.text.trim().split(/\s+/) });
    },
  });
  const set = defineStage({
    name: 'set',
    version: 1,
    output: setSchema,
    tools: ['typeface'],
    run: async (input: { readonly word: string }, { blobs, tools }: StageContext<{ typeface: Named }>) => {
      runs.push(`set ${input.word}`);
      const print = await blobs.write([
        bytesOf(`${input.word} in ${JSON.stringify(tools.typeface.identity)}\n`),
      ]);
      return { word: input.word, print };
    },
  });
  const bind = defineStage({
    name: 'bind',
    version: 1,
    output: bookSchema,
    tools: ['binder'],
    run: async (input: { readonly sets: readonly Line[] }, { blobs }: StageContext<{ binder: Named }>) => {
      runs.push('bind');
      async function* pieces() {
        for (const { print } of input.sets) yield* blobs.read(print);
      }
      return {
        book: await blobs.write(pieces()),
        letters: input.sets.reduce((sum, s) => sum + s.word.length, 0),
      };
    },
  });
  return { runs, split, set, bind };
}

export const pressTools: PressTools = {
  typeface: { identity: 'Garamond 1' },
  binder: { identity: 'thread' },
};

/** The graph: text in, the book's text out. */
export async function press(build: Build<PressTools>, stages: ReturnType<typeof pressStages>, text: string) {
  const { words } = await build.step(stages.split, { text });
  const sets = await mapLimited(words, 4, (word) => build.step(stages.set, { word }, { label: word }));
  const { book, letters } = await build.step(stages.bind, { sets });
  return { book: await textOf(build.blobs.read(book)), letters };
}

/** A stage of one's own for a test: text to text, without tools. */
export function textStage(
  name: string,
  run: (input: string, context: StageContext<NoTools>) => Promise<string>,
): Stage<string, string, NoTools> {
  return { name, version: 1, output: z.string(), tools: [], run };
}
