/** What is printed: whole lines in words, an event a line, or a picture of progress; each where it belongs. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { BuildEvent } from '../../pipeline/events.ts';
import { problemSchema } from '../../pipeline/problem.ts';
import type { EndedLectern, LecternOptions } from '../helpers/lectern.ts';
import { Screen } from '../helpers/screen.ts';
import { useWorkplace } from '../helpers/workplace.ts';
import { findProgram } from '../tools/find-program.ts';
import { countingBook } from './small-books.ts';

const work = await useWorkplace();
const book = {
  ...countingBook(2, 4),
  '03.md':
    '# With a slip\n\n[a link to nowhere](nowhere.md), and enough words to be wider than eighty columns.\n',
};
let publication: string;

beforeAll(async () => {
  publication = await work.publish('counting', book);
});

/** Another store each time: there is something to do. */
let stores = 0;
const fresh = (): Record<string, string> => ({ LECTERN_HOME: join(work.folder, `home-${String(++stores)}`) });

describe('into a pipe, or with --plain', () => {
  let run: EndedLectern;
  beforeAll(async () => {
    run = await work.build(publication, [], { env: fresh() });
    expect(run.code).toBe(0);
  });

  test('there are whole lines without any control character', () => {
    expect(run.stdout + run.stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u009B]/);
    expect(run.stderr).toMatch(/\n$/);
  });

  test('they say in words what is begun, what is wrong, how far it is, and nothing twice', () => {
    const lines = run.stderr.trimEnd().split('\n');
    expect(lines[0]).toContain('03.md:3:1: warning: ');
    expect(lines).toContain('counting: building “Counting”.');
    expect(lines).toContain('counting: 4 chapters, 19 utterances to speak in the voice flite/rms.');
    expect(lines).toContain('counting: speaking 100 per cent (3 remembered).');
    expect(lines).toContain('counting: encoding 100 per cent.');
    expect(lines.length).toBeLessThan(45);
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('standard output has the results alone, a file a line', () => {
    const lines = run.stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/ \(.*\)$/, ''))).toEqual(
      [
        ...['epub', 'm4b', 'mp3', 'vtt', 'srt', 'words.json', 'transcript.html', 'transcript.txt'].map(
          (ending) => `counting.${ending}`,
        ),
        ...['script.txt', 'report.html', 'report.json'],
      ].map((name) => join(work.out, 'counting', name)),
    );
    expect(lines[1]).toMatch(/ \(\d+ KB, \d+ s\)$/);
  });
});

/**
 * Each line that `--json` prints. Whoever adds an event must say so here: the types below must be each other's, and
 * programs read what is printed.
 */
const stepSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('recalled'), stage: z.string(), label: z.string() }),
  z.strictObject({ type: z.literal('started'), stage: z.string(), label: z.string() }),
  z.strictObject({
    type: z.literal('progress'),
    stage: z.string(),
    label: z.string(),
    done: z.number(),
    total: z.number(),
  }),
  z.strictObject({
    type: z.literal('retried'),
    stage: z.string(),
    label: z.string(),
    attempt: z.number(),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal('finished'), stage: z.string(), label: z.string() }),
  z.strictObject({ type: z.literal('failed'), stage: z.string(), label: z.string(), reason: z.string() }),
]);
const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), publication: z.string(), title: z.string() }),
  z.strictObject({ type: z.literal('unchanged'), publication: z.string() }),
  z.strictObject({ type: z.literal('problem'), publication: z.string(), problem: problemSchema }),
  z.strictObject({
    type: z.literal('planned'),
    publication: z.string(),
    chapters: z.number(),
    utterances: z.number(),
    voice: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('installing'),
    publication: z.string(),
    what: z.string(),
    doneBytes: z.number(),
    totalBytes: z.number(),
  }),
  z.strictObject({
    type: z.literal('verified'),
    publication: z.string(),
    utterances: z.number(),
    unheard: z.number(),
    words: z.number(),
    errors: z.number(),
    suspect: z.number(),
  }),
  z.strictObject({ type: z.literal('encoding'), publication: z.string(), chunks: z.number() }),
  z.strictObject({ type: z.literal('noted'), publication: z.string(), note: z.string() }),
  z.strictObject({ type: z.literal('step'), publication: z.string(), step: stepSchema }),
  z.strictObject({
    type: z.literal('placed'),
    publication: z.string(),
    folder: z.string(),
    files: z.array(
      z.strictObject({ name: z.string(), bytes: z.number(), seconds: z.number().exactOptional() }),
    ),
  }),
]) satisfies z.ZodType<BuildEvent>;
const failureSchema = z.strictObject({ type: z.literal('failure'), message: z.string() });

describe('with --json', () => {
  test('every line is an event, in the order that a build has, and nothing is printed besides', async () => {
    const run = await work.build(publication, ['--json'], { env: fresh() });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const events = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => eventSchema.parse(JSON.parse(line)) satisfies BuildEvent);
    const kinds = events.map(({ type }) => type).filter((type) => type !== 'step');
    // Sound is encoded twice: as AAC for the EPUB and the M4B, and as MP3.
    const sound = kinds.filter((type) => type === 'encoding');
    expect(sound.length).toBeGreaterThanOrEqual(2);
    expect(kinds).toEqual(['problem', 'opened', 'noted', 'planned', ...sound, 'placed']);
    expect(events.at(-1)?.type).toBe('placed');
    // Whatever was started has ended.
    const named = (wanted: string): string[] =>
      events
        .flatMap((event) =>
          event.type === 'step' && event.step.type === wanted
            ? [`${event.step.stage} ${event.step.label}`]
            : [],
        )
        .sort();
    expect(named('started')).toEqual(named('finished'));
  });

  test('a failure is a line too', async () => {
    const missing = await work.publish('missing', { '1.md': '# One\n\n![x](none.png)\n' });
    const run = await work.build(missing, ['--json', '--only', 'epub']);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(failureSchema.parse(lines.at(-1)).message).toContain('1 error');
    expect(lines.map((line) => eventSchema.or(failureSchema).parse(line).type)).toContain('problem');
  });
});

const columns = 50;

describe('on a narrow terminal', () => {
  const script = findProgram('script');
  const onTerminal = (options: LecternOptions['env'] = {}): Promise<EndedLectern> =>
    work.build(publication, [], {
      env: { TERM: 'xterm-256color', ...fresh(), ...options },
      wrap: (command) => [
        ...[script ?? 'script', '-q', '-e', '-c'],
        `stty cols ${String(columns)} rows 24; exec ${command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')}`,
        '/dev/null',
      ],
    });
  const runs = script !== undefined || process.env['CI'] === 'true';

  test.runIf(runs)('progress is drawn over itself, never wider than it, and gone at the end', async () => {
    const { code, stdout } = await onTerminal();
    expect(code).toBe(0);
    expect(stdout).toContain('\u001B[');
    expect(stdout).toContain('━');
    const screen = new Screen(columns);
    screen.write(stdout);
    expect(screen.text).not.toMatch(/[━─]/);
    expect(screen.text).toContain('Counting');
    expect(screen.text).toContain('counting.m4b');
    for (const bar of stdout.split(/[\r\n]/).filter((line) => /[━─]/.test(line))) {
      expect(bar.replace(/\u001B\[[\d;?]*[A-Za-z]/g, '').length).toBeLessThanOrEqual(columns);
    }
    // The cursor that was hidden is there again.
    expect(stdout.lastIndexOf('\u001B[?25l')).toBeLessThanOrEqual(stdout.lastIndexOf('\u001B[?25h'));
  });

  test.runIf(runs).each([
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['a terminal that can do nothing', { TERM: 'dumb' }],
  ])('with %s it is told in whole lines all the same', async (_what, env) => {
    const { code, stdout } = await onTerminal(env);
    expect(code).toBe(0);
    expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F]/);
    expect(stdout).toContain('counting: speaking 100 per cent (3 remembered).');
  });
});

test('a reader that goes away in the middle is no failure to talk about', async () => {
  const run = await work.run(['script', publication], {
    wrap: (command) => ['sh', '-c', '"$@" | head -n 1', 'sh', ...command],
  });
  expect(run).toMatchObject({ code: 0, stdout: 'Voice: kokoro/af_heart\n' });
  expect(run.stderr).not.toMatch(/EPIPE|\n\s+at /);
});
