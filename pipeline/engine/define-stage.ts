import type { z } from 'zod';
import type { DeepReadonly, Stray } from './exact.ts';
import type { Stage, StageContext, Tool, Tools } from './stage.ts';

/** What a stage has that needs nothing from outside. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- what is wanted: no tool at all
export type NoTools = Record<never, Tool>;

/** A stage as its author writes it: `O` comes from the schema alone, `R` is what `run` in fact returns. */
type StageSpec<I, O, R extends DeepReadonly<O>, T extends Tools, N extends keyof T & string> = {
  readonly name: string;
  readonly version: number;
  readonly output: z.ZodType<O>;
  readonly tools: readonly N[];
  readonly run: (input: I, context: StageContext<T>) => R | Promise<R>;
};

/** Does not fit, with the reason in the compiler's message, if `run` returns properties that the schema lacks. */
type NothingStray<R, O> = [Stray<R, DeepReadonly<O>>] extends [never]
  ? unknown
  : { readonly run: { readonly 'stray property': Stray<R, DeepReadonly<O>> } };

/** Does not fit if `run` uses a tool that `tools` does not name: its identity would not be in the key. */
type EveryToolNamed<T extends Tools, N> = [keyof T] extends [N]
  ? unknown
  : { readonly tools: { readonly 'unnamed tool': Exclude<keyof T, N> } };

/**
 * Makes a stage of its parts. Write the types of `run`'s input and, if it uses tools, of its context; the output's
 * type follows from the schema:
 *
 *     const speak = defineStage({
 *       name: 'speak', version: 1, output: speechSchema, tools: ['voice'],
 *       run: async (line: Line, { tools, blobs }: StageContext<{ voice: Voice }>) => …,
 *     });
 *
 * A stage that waits for nothing returns its result plainly (through `Promise.resolve` its literals would be lost).
 * These do not compile: a property in the result that the schema lacks (nested ones too), a result of another type,
 * a tool named that the context lacks, a tool in the context that is not named.
 *
 * The schema proves and does not transform: one that changes what it has let pass is refused when the stage runs.
 */
export function defineStage<
  I,
  O,
  const R extends DeepReadonly<O>,
  T extends Tools = NoTools,
  const N extends keyof T & string = never,
>(spec: StageSpec<I, O, R, T, N> & NothingStray<R, O> & EveryToolNamed<T, N>): Stage<I, O, T> {
  const { name, version, output, tools, run } = spec;
  return {
    name,
    version,
    output,
    tools,
    // DeepReadonly<O> and O are the same JSON; what `run` returns is only read, to be checked and stored.
    run: async (input, context) => (await run(input, context)) as O,
  };
}
