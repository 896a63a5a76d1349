import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { SpeechError, type SpeechEngine } from '../../pipeline/speech/engine.ts';
import { createSystemEngine } from '../../pipeline/speech/system/engine.ts';
import { macos } from '../../pipeline/speech/system/macos.ts';
import type { SystemProgram } from '../../pipeline/speech/system/system-program.ts';
import { windows } from '../../pipeline/speech/system/windows.ts';
import { hostileTexts } from './engine-contract.ts';
import { pretend, type Behaviour, type Pretended } from './programs/pretend.ts';
import { wave } from './wave.ts';

type Case = {
  readonly system: string;
  readonly program: SystemProgram;
  readonly name: string;
  readonly asksForVoices: string;
  readonly voices: string;
  readonly voice: string;
};

const systems: readonly Case[] = [
  {
    system: 'macOS',
    program: macos,
    name: 'say',
    asksForVoices: '-v ?',
    voices:
      'Samantha            en_US    # Hello! My name is Samantha.\n' +
      'Eddy (English (UK)) en_GB    # Hello! My name is Eddy.\n' +
      '-o evil             en_US    # not a name\nrubbish\n',
    voice: 'say/Eddy (English (UK))',
  },
  {
    system: 'Windows',
    program: windows,
    name: 'powershell',
    asksForVoices: 'GetInstalledVoices',
    voices: "Microsoft Zira Desktop\ten-US\r\nO'Brien'); New-Item x; ('\ten-IE\r\nrubbish\r\n",
    voice: "say/O'Brien'); New-Item x; ('",
  },
];

const go = new AbortController().signal;

async function open(
  which: Case,
  behaviour: Partial<Behaviour> = {},
): Promise<{ engine: SpeechEngine; program: Pretended }> {
  const program = await pretend(which.name, which.asksForVoices, { voices: which.voices, ...behaviour });
  const engine = createSystemEngine(which.program, { jobs: 2 });
  onTestFinished(async () => {
    await engine.dispose();
    await program.remove();
  });
  return { engine, program };
}

async function failureOf(speech: Promise<unknown>): Promise<SpeechError> {
  const failure: unknown = await speech.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof SpeechError)) throw new Error(`Not a SpeechError: ${String(failure)}`);
  return failure;
}

describe.each(systems)('the voices of $system', (which) => {
  const request = (text: string) => ({ text, language: 'en', voice: which.voice });
  // Temporary files of this test alone: others speak at the same time.
  const usual = process.env['TMPDIR'];
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-system-'));
    process.env['TMPDIR'] = folder;
  });
  afterEach(async () => {
    // Whatever happened, nothing of the engine's is left.
    expect((await readdir(folder)).filter((name) => name.startsWith('lectern-say-'))).toEqual([]);
  });
  afterAll(async () => {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    await rm(folder, { recursive: true });
  });

  test('are those that the program tells, and no others', async () => {
    const { engine } = await open(which);
    const ids = (await engine.voices()).map(({ id, languages }) => [id, ...languages]);
    expect(ids).toEqual(
      which.system === 'macOS'
        ? [
            ['say/Samantha', 'en-US'],
            ['say/Eddy (English (UK))', 'en-GB'],
          ]
        : [
            ['say/Microsoft Zira Desktop', 'en-US'],
            ["say/O'Brien'); New-Item x; ('", 'en-IE'],
          ],
    );
  });

  test('speak: a WAV file becomes samples, and words share its sound', async () => {
    const { engine } = await open(which);
    const speech = await engine.synthesize(request('Hello there, reader.'), go);
    expect(speech.sampleRate).toBe(22_050);
    expect(speech.pcm.byteLength).toBe(22_050 * 2);
    expect(speech.words.map((word) => word.text)).toEqual(['Hello', 'there,', 'reader.']);
  });

  test('get text on standard input alone: no text changes the command', async () => {
    const { engine, program } = await open(which);
    for (const text of hostileTexts) await engine.synthesize(request(text), go);
    const calls = await program.calls();
    expect(calls).toHaveLength(hostileTexts.length);
    const [first] = calls;
    calls.forEach(({ args, stdin, environment }, index) => {
      const blank = (value: string): string => value.replace(/\S*lectern-say-\S*/u, 'FILE');
      expect(args.map(blank)).toEqual(first?.args.map(blank));
      expect(environment.LECTERN_VOICE).toBe(first?.environment.LECTERN_VOICE);
      // The text arrives whole, save what no voice may see.
      const plain = (value: string): string =>
        value
          .replace(/\[ ?(?=\[)/gu, '')
          .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
          .trim();
      expect(plain(stdin)).toBe(plain(hostileTexts[index] ?? ''));
    });
  });

  test('are named where a name can only be a name', async () => {
    const { engine, program } = await open(which);
    await engine.synthesize(request('Hello.'), go);
    const [call] = await program.calls();
    const voice = which.voice.replace('say/', '');
    if (which.system === 'macOS') {
      expect(call?.args.slice(0, 3)).toEqual(['-v', voice, '-o']);
      expect(call?.args.slice(4)).toEqual(['--file-format=WAVE', '--data-format=LEI16@22050', '-f', '-']);
    } else {
      expect(call?.environment.LECTERN_VOICE).toBe(voice);
      expect(call?.args.slice(0, 3)).toEqual(['-NoProfile', '-NonInteractive', '-Command']);
      expect(call?.args).toHaveLength(4);
      expect(call?.args.join(' ')).not.toContain('Brien');
      expect(call?.args.join(' ')).not.toContain('lectern-say-');
      expect(call?.args.join(' ')).not.toContain('"');
    }
  });

  test('may complain on stderr and still have spoken', async () => {
    const { engine } = await open(which, { stderr: 'a warning of no consequence' });
    expect((await engine.synthesize(request('Hello.'), go)).words).toHaveLength(1);
  });

  test('have failed where the program exits with another code than 0, and say why', async () => {
    const { engine } = await open(which, { exitCode: 3, stderr: 'no such luck' });
    const failure = await failureOf(engine.synthesize(request('Hello.'), go));
    expect(failure.message).toContain(`speaking with ${which.voice}`);
    expect(failure.message).toContain('code 3: no such luck');
    expect(failure.transient).toBe(false);
  });

  test.each([
    ['wrote no file', null],
    ['wrote an empty file', Buffer.alloc(0)],
    ['wrote stereo', wave(Buffer.alloc(400), { channels: 2, sampleRate: 22_050 })],
    ['spoke at another rate', wave(Buffer.alloc(400), { sampleRate: 44_100 })],
    ['wrote silence', wave(Buffer.alloc(4000), { sampleRate: 22_050 })],
  ])('have failed where the program %s', async (_, file) => {
    const { engine } = await open(which, { file });
    expect((await failureOf(engine.synthesize(request('Hello.'), go))).transient).toBe(false);
  });

  test('stop at once when they are aborted', async () => {
    const { engine, program } = await open(which, { hangs: true });
    await engine.voices();
    const abort = new AbortController();
    const speech = engine.synthesize(request('Hello.'), abort.signal);
    while ((await program.calls().catch(() => [])).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const aborted = performance.now();
    abort.abort(new Error('enough'));
    await expect(speech).rejects.toThrow('enough');
    expect(performance.now() - aborted).toBeLessThan(1000);
  });

  test('stop when the engine is closed', async () => {
    const { engine } = await open(which, { hangs: true });
    await engine.voices();
    const failure = failureOf(engine.synthesize(request('Hello.'), go));
    await engine.dispose();
    expect((await failure).message).toContain('closed');
  });

  test('are none where the program is missing, and to ask one to speak is one clear failure', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '';
    onTestFinished(() => {
      process.env['PATH'] = path;
    });
    const engine = createSystemEngine(which.program, { jobs: 1 });
    expect(await engine.voices()).toEqual([]);
    const failure = await failureOf(engine.synthesize(request('Hello.'), go));
    expect(failure.transient).toBe(false);
    expect(failure.message).toContain(`it needs ${which.program.needs}, which cannot be run here.`);
  });

  test('do not know a voice that is not on their list', async () => {
    const { engine, program } = await open(which);
    const failure = await failureOf(engine.synthesize({ ...request('Hello.'), voice: 'say/-o x' }, go));
    expect(failure.message).toContain('has no voice "say/-o x"');
    expect(await program.calls()).toEqual([]);
  });
});
