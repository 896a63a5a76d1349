import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '../../pipeline/engine/json.ts';
import { defineStage } from '../../pipeline/engine/define-stage.ts';
import type { StepEvent } from '../../pipeline/engine/events.ts';
import { runBuild } from '../../pipeline/engine/run-build.ts';
import { press, pressStages, pressTools, textStage } from './helpers/press.ts';
import { filesIn, temporaryStore } from './helpers/temporary-store.ts';

const text = 'so many words to set';

describe('a second build', () => {
  test('recalls everything and gives the same', async () => {
    const store = await temporaryStore();
    const first = pressStages();
    const second = pressStages();
    const events: StepEvent[] = [];
    const made = await runBuild({ store, tools: pressTools }, (build) => press(build, first, text));
    const recalled = await runBuild({ store, tools: pressTools, onEvent: (e) => events.push(e) }, (build) =>
      press(build, second, text),
    );
    expect(first.runs).toEqual(['split', 'set so', 'set many', 'set words', 'set to', 'set set', 'bind']);
    expect(second.runs).toEqual([]);
    expect(recalled).toEqual(made);
    expect(events.map(({ type, stage, label }) => `${type} ${stage} ${label}`)).toEqual([
      'recalled split ',
      ...['so', 'many', 'words', 'to', 'set'].map((word) => `recalled set ${word}`),
      'recalled bind ',
    ]);
  });

  test('runs only what an edit changed', async () => {
    const store = await temporaryStore();
    await runBuild({ store, tools: pressTools }, (build) => press(build, pressStages(), text));
    const stages = pressStages();
    await runBuild({ store, tools: pressTools }, (build) => press(build, stages, 'so many letters to set'));
    expect(stages.runs).toEqual(['split', 'set letters', 'bind']);
  });

  test('stops early where a stage that ran again gives an equal result', async () => {
    const store = await temporaryStore();
    await runBuild({ store, tools: pressTools }, (build) => press(build, pressStages(), text));
    const stages = pressStages();
    await runBuild({ store, tools: pressTools }, (build) => press(build, stages, `  ${text}\n`));
    expect(stages.runs).toEqual(['split']);
  });

  test('with one tool changed reruns only what depends on it', async () => {
    const store = await temporaryStore();
    await runBuild({ store, tools: pressTools }, (build) => press(build, pressStages(), text));

    const rebound = pressStages();
    const otherBinder = { ...pressTools, binder: { identity: { glue: 2 } } };
    await runBuild({ store, tools: otherBinder }, (build) => press(build, rebound, text));
    expect(rebound.runs).toEqual(['bind']);

    const reset = pressStages();
    const otherTypeface = { ...pressTools, typeface: { identity: 'Garamond 2' } };
    await runBuild({ store, tools: otherTypeface }, (build) => press(build, reset, text));
    expect(reset.runs).toEqual(['set so', 'set many', 'set words', 'set to', 'set set', 'bind']);
  });

  test('with a stage of a new version reruns that stage', async () => {
    const store = await temporaryStore();
    await runBuild({ store, tools: pressTools }, (build) => press(build, pressStages(), text));
    const stages = pressStages();
    const newer = { ...stages, bind: { ...stages.bind, version: 2 } };
    await runBuild({ store, tools: pressTools }, (build) => press(build, newer, text));
    expect(stages.runs).toEqual(['bind']);
  });

  test('recalls with other labels, another clock, environment and folder', async () => {
    const store = await temporaryStore();
    let runs = 0;
    const stage = textStage('count', (input) => Promise.resolve(`${input} ${++runs}`));
    const build = (label: string) =>
      runBuild({ store, tools: {} }, ({ step }) => step(stage, 'in', { label }));
    const { now } = Date;
    const folder = process.cwd();
    try {
      expect(await build('one')).toBe('in 1');
      Date.now = () => now() + 1e12;
      process.env['LECTERN_TEST'] = 'set';
      process.chdir(store.folder);
      expect(await build('two')).toBe('in 1');
    } finally {
      Date.now = now;
      delete process.env['LECTERN_TEST'];
      process.chdir(folder);
    }
  });
});

describe('a damaged entry is made again, and the result is equal', () => {
  type Harm = (path: string) => Promise<void>;
  const flip: Harm = async (path) => {
    const content = await readFile(path);
    content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 4;
    await writeFile(path, content);
  };
  const harms: readonly (readonly [string, Harm])[] = [
    ['flipped', flip],
    ['cut short', (path) => truncate(path, 3)],
    ['emptied', (path) => truncate(path, 0)],
    ['deleted', (path) => rm(path)],
  ];
  const cases = (['records', 'blobs'] as const).flatMap((part) =>
    harms.map(([how, harm]) => ({ part, how, harm })),
  );

  test.each(cases)('one of the $part $how', async ({ part, harm }) => {
    const store = await temporaryStore();
    const whole = await runBuild({ store, tools: pressTools }, (build) => press(build, pressStages(), text));
    for (const path of await filesIn(store.folder, part)) {
      await harm(path);
      const stages = pressStages();
      // Bound anew, so that every print is read.
      const options = { store, tools: { ...pressTools, binder: { identity: path } } };
      expect(await runBuild(options, (build) => press(build, stages, text))).toEqual(whole);
      expect(stages.runs.length).toBeLessThanOrEqual(3);
    }
  });

  test.each(harms)('all of them %s', async (_, harm) => {
    const store = await temporaryStore();
    const whole = await runBuild({ store, tools: pressTools }, (build) => press(build, pressStages(), text));
    for (const part of ['records', 'blobs'] as const) {
      for (const path of await filesIn(store.folder, part)) await harm(path);
    }
    expect(
      await runBuild({ store, tools: pressTools }, (build) => press(build, pressStages(), text)),
    ).toEqual(whole);
  });

  test('all evicted', async () => {
    const store = await temporaryStore();
    const whole = await runBuild({ store, tools: pressTools }, (build) => press(build, pressStages(), text));
    await store.evict(0);
    const stages = pressStages();
    expect(await runBuild({ store, tools: pressTools }, (build) => press(build, stages, text))).toEqual(
      whole,
    );
    expect(stages.runs).toHaveLength(7);
  });

  test('a record that another schema wrote', async () => {
    const store = await temporaryStore();
    const stageOf = <O>(output: z.ZodType<O>, value: O) => ({
      ...textStage('shape', () => Promise.resolve('')),
      output,
      run: () => Promise.resolve(value),
    });
    const run = <O>(output: z.ZodType<O>, value: O) =>
      runBuild({ store, tools: {} }, ({ step }) => step(stageOf(output, value), ''));
    await run(z.strictObject({ old: z.string() }), { old: 'shape' });
    expect(await run(z.strictObject({ fresh: z.number() }), { fresh: 1 })).toEqual({ fresh: 1 });
    expect(await run(z.strictObject({ fresh: z.number() }), { fresh: 2 })).toEqual({ fresh: 1 });
  });
});

describe('damage that shows while the graph runs', () => {
  test('is mended by running the graph again; only what is new is told', async () => {
    const store = await temporaryStore();
    const whole = await runBuild({ store, tools: pressTools }, (build) => press(build, pressStages(), text));
    for (const path of await filesIn(store.folder, 'blobs')) {
      if ((await readFile(path, 'utf8')).startsWith('words '))
        await writeFile(path, 'wordz in "Garamond 1"\n');
    }
    const stages = pressStages();
    const events: string[] = [];
    const again = await runBuild(
      {
        store,
        tools: { ...pressTools, binder: { identity: 'glue' } },
        onEvent: ({ type, stage, label }) => events.push(`${type} ${stage} ${label}`),
      },
      (build) => press(build, stages, text),
    );
    expect(again).toEqual(whole);
    expect(stages.runs).toEqual(['bind', 'set words', 'bind']);
    expect(events).toEqual([
      'recalled split ',
      ...['so', 'many', 'words', 'to', 'set'].map((word) => `recalled set ${word}`),
      'started bind ',
      'retried bind ',
      'started set words',
      'finished set words',
      'started bind ',
      'finished bind ',
    ]);
  });

  test('is mended when the graph itself reads the blob', async () => {
    const store = await temporaryStore();
    let graphs = 0;
    const result = await runBuild({ store, tools: pressTools }, async (build) => {
      const { print } = await build.step(pressStages().set, { word: 'one' });
      if (++graphs === 1) await rm((await filesIn(store.folder, 'blobs'))[0] ?? '');
      return Buffer.from(await build.blobs.readAll(print)).toString();
    });
    expect(result).toBe('one in "Garamond 1"\n');
    expect(graphs).toBe(2);
  });

  test('is recognised when a program does not find the path that it was given', async () => {
    const store = await temporaryStore();
    let opened = 0;
    const open = defineStage({
      name: 'open',
      version: 1,
      output: z.string(),
      tools: [],
      run: async ({ print }: { readonly print: { sha256: string; bytes: number } }, { blobs }) => {
        const path = await blobs.path(print);
        if (++opened === 1) await store.evict(0); // As another process may, at any time.
        return readFile(path, 'utf8');
      },
    });
    const result = await runBuild({ store, tools: pressTools }, async (build) => {
      const { print } = await build.step(pressStages().set, { word: 'one' });
      return build.step(open, { print });
    });
    expect(result).toBe('one in "Garamond 1"\n');
    expect(opened).toBe(2);
  });

  test('is a failure when it comes back every time', async () => {
    const store = await temporaryStore();
    let graphs = 0;
    const events: string[] = [];
    const build = runBuild(
      { store, tools: pressTools, onEvent: ({ type, stage }) => events.push(`${type} ${stage}`) },
      async ({ step }) => {
        graphs++;
        const { print } = await step(pressStages().set, { word: 'one' });
        await rm((await filesIn(store.folder, 'blobs'))[0] ?? '');
        return step(pressStages().bind, { sets: [{ word: 'one', print }] });
      },
    );
    await expect(build).rejects.toThrow('The stage “bind” failed: Blob');
    expect(graphs).toBe(3);
    expect(events.filter((event) => event.endsWith('bind'))).toEqual([
      'started bind',
      'retried bind',
      'started bind',
      'retried bind',
      'started bind',
      'failed bind',
    ]);
  });
});

describe('what a stage gets and gives', () => {
  test('a fresh result and a recalled one are the same to the order of their keys', async () => {
    const store = await temporaryStore();
    const output = z.record(z.string(), z.number().optional());
    const stage = defineStage({
      name: 'keys',
      version: 1,
      output,
      tools: [],
      run: () => Promise.resolve({ b: 1, a: 2, gone: undefined }),
    });
    const build = () => runBuild({ store, tools: {} }, ({ step }) => step(stage, null));
    const fresh = await build();
    const recalled = await build();
    expect(Object.entries(fresh)).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(JSON.stringify(recalled)).toBe(JSON.stringify(fresh));
  });

  test('its input is a copy, with its keys in one order', async () => {
    const store = await temporaryStore();
    const input = { b: [1], a: 'x' };
    const stage = defineStage({
      name: 'change',
      version: 1,
      output: z.string(),
      tools: [],
      run: (given: { b: number[]; a: string }) => {
        given.b.push(2);
        return Promise.resolve(JSON.stringify(given));
      },
    });
    expect(await runBuild({ store, tools: {} }, ({ step }) => step(stage, input))).toBe(
      '{"a":"x","b":[1,2]}',
    );
    expect(canonicalJson(input)).toBe('{"a":"x","b":[1]}');
  });

  test('a result that does not fit the schema is an error that names the stage and the place', async () => {
    const store = await temporaryStore();
    const output = z.strictObject({ words: z.array(z.strictObject({ begin: z.number() })) });
    const stage = {
      ...textStage('time', () => Promise.resolve('')),
      output,
      run: () => Promise.resolve({ words: [{ begin: '1' }] } as never),
    };
    const build = runBuild({ store, tools: {} }, ({ step }) => step(stage, '', { label: 'chapter 2' }));
    await expect(build).rejects.toThrow(
      'The stage “time” failed on chapter 2: Its result does not fit its schema. at words.0.begin:',
    );
    expect(await filesIn(store.folder, 'records')).toEqual([]);
  });

  test('a schema that changes what it checks is refused', async () => {
    const store = await temporaryStore();
    const stage = {
      ...textStage('grow', () => Promise.resolve('a')),
      output: z.string().transform((word) => `${word}!`),
    };
    await expect(runBuild({ store, tools: {} }, ({ step }) => step(stage, ''))).rejects.toThrow(
      'changes what it checks',
    );
  });

  test('a result or an input that JSON cannot carry is refused', async () => {
    const store = await temporaryStore();
    const stage = defineStage({
      name: 'date',
      version: 1,
      output: z.date(),
      tools: [],
      run: () => Promise.resolve(new Date(0)),
    });
    await expect(runBuild({ store, tools: {} }, ({ step }) => step(stage, {}))).rejects.toThrow(
      'holds a Date',
    );
    await expect(
      runBuild({ store, tools: {} }, ({ step }) => step(stage, { at: new Date(0) })),
    ).rejects.toThrow('holds a Date');
  });

  test('a result that names a blob which nobody stored is refused', async () => {
    const store = await temporaryStore();
    const { set } = pressStages();
    const run = () => Promise.resolve({ word: 'w', print: { sha256: '0'.repeat(64), bytes: 1 } });
    await expect(
      runBuild({ store, tools: pressTools }, ({ step }) => step({ ...set, run }, { word: 'w' })),
    ).rejects.toThrow('is in a result, but not in the store');
  });

  test('a stage sees the tools that it names and no others', async () => {
    const store = await temporaryStore();
    const { set } = pressStages();
    let seen: readonly string[] = [];
    const run: typeof set.run = async (input, context) => {
      seen = Object.keys(context.tools);
      return set.run(input, context);
    };
    await runBuild({ store, tools: pressTools }, ({ step }) => step({ ...set, run }, { word: 'w' }));
    expect(seen).toEqual(['typeface']);
  });

  test('a tool that is missing in spite of the types is an error that names it', async () => {
    const store = await temporaryStore();
    const { set } = pressStages();
    await expect(
      runBuild({ store, tools: {} as never }, ({ step }) => step(set as never, { word: 'w' })),
    ).rejects.toThrow('The stage “set” failed: The build has no tool named “typeface”.');
  });
});
