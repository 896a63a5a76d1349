import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  SpeechError,
  type Speech,
  type SpeechEngine,
  type SpeechRequest,
  type Voice,
} from '../../pipeline/speech/engine.ts';
import { toSamples } from '../../pipeline/speech/pcm.ts';
import { soundRange } from '../../pipeline/speech/sound-range.ts';
import { writtenWords } from '../../pipeline/speech/written-words.ts';
import { requestEnglish, unworded } from './request-english.ts';

/** Texts that a careless engine would take for options, files, code or markup. */
export const hostileTexts: readonly string[] = [
  '-o x.wav hello',
  '--help',
  '-f /etc/hostname',
  '/etc/hostname',
  '../../etc/passwd',
  '") (system "touch x") (print "',
  "(system 'touch x')",
  '$(touch x) and `touch x`',
  '; touch x',
  '| touch x & touch y',
  "'); New-Item x; ('",
  '%PATH% $env:PATH $HOME',
  '[[volm 0]] quiet [[slnc 9000]]',
  '<speak><audio src="x.wav"/>hello</speak>',
  'a null \0 in the text',
  'two\nlines\r\nand a \u001b[31mcolour',
  'a lone \ud800 surrogate',
  'right \u202eto left, \u200bnothing, caf\u00e9, \ufb01ne',
  `one ${'.'.repeat(600)} two ${'?!'.repeat(400)} three ${'('.repeat(400)}`,
  `${'9'.repeat(60)} and ${'x'.repeat(90)}`,
  'A party 🎉 with 👩‍👩‍👧 people',
  'She said Привет to me',
];

/** What every engine behind the interface must keep. `open` gives a new engine each time. */
export function describeEngineContract(name: string, open: () => SpeechEngine): void {
  describe(`${name} as a speech engine`, () => {
    const go = new AbortController().signal;
    const home = process.cwd();
    let engine: SpeechEngine;
    let voice: Voice;
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'lectern-contract-'));
      // Whatever is written to a bare file name lands where it is seen.
      process.chdir(folder);
      engine = open();
      const [first] = await engine.voices();
      if (first === undefined) throw new Error(`${name} has no voice here.`);
      voice = first;
    });
    afterAll(async () => {
      await engine.dispose();
      process.chdir(home);
      await rm(folder, { recursive: true });
    });

    const ask = (text: string): Promise<SpeechRequest> => requestEnglish(engine, voice.id, text);
    const say = async (text: string, signal = go): Promise<Speech> =>
      engine.synthesize(await ask(text), signal);
    // An engine that takes phonemes gets no more at once than it says, and speaks each sound with care, which takes its time.
    const long = (sentence: string): string => {
      const longest = engine.pronouncer === undefined ? 5000 : Math.min(5000, engine.longestText);
      return sentence
        .repeat(Math.ceil(longest / sentence.length))
        .slice(0, longest)
        .trim();
    };

    test('tells its voices with id, language, rate and licence', async () => {
      for (const one of await engine.voices()) {
        expect(one.engine).toBe(engine.name);
        expect(one.id).toBe(`${engine.name}/${one.name}`);
        expect(one.languages.length).toBeGreaterThan(0);
        for (const language of one.languages) expect(Intl.getCanonicalLocales(language)).toEqual([language]);
        expect(one.sampleRate).toBeGreaterThanOrEqual(8000);
        expect(one.licence).not.toBe('');
      }
      const ids = (await engine.voices()).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test('has an identity that does not change, and differs by voice', async () => {
      const voices = await engine.voices();
      const identities = await Promise.all(
        voices.map(async (one) => JSON.stringify(await engine.identity(one))),
      );
      expect(new Set(identities).size).toBe(voices.length);
      expect(JSON.stringify(await engine.identity(voice))).toBe(identities[0]);
    });

    test('gives mono 16-bit sound of a sensible length at the declared rate', async () => {
      const text = 'A lighthouse keeper wrote down the weather every evening for forty years.';
      const speech = await say(text);
      expect(speech.sampleRate).toBe(voice.sampleRate);
      const sound = soundRange(toSamples(speech.pcm), speech.sampleRate);
      if (sound === undefined) throw new Error('There is no sound.');
      const charactersPerSecond = text.length / ((sound.end - sound.begin) / speech.sampleRate);
      expect(charactersPerSecond).toBeGreaterThan(8);
      expect(charactersPerSecond).toBeLessThan(40);
    });

    test('tells every written word, in order, inside the sound, none over another', async () => {
      const text = 'Dr. Smith paid $5.50 — or was it “six”? — for 20% of it (in 1999).';
      const request = await ask(text);
      const speech = await engine.synthesize(request, go);
      expect(speech.words.map((word) => word.text)).toEqual(writtenWords(request.text));
      expectInOrder(speech);
    });

    test.skipIf(!open().deterministic)(
      'says equal requests in equal bytes, whatever was said before',
      async () => {
        const first = await say('The tide was out when they arrived.');
        const other = await say('Something else.');
        const [again, alongside] = await Promise.all([
          say('The tide was out when they arrived.'),
          say('The tide was out when they arrived.'),
        ]);
        expect(Buffer.compare(first.pcm, again.pcm)).toBe(0);
        expect(again).toEqual(first);
        expect(alongside).toEqual(first);
        expect(Buffer.compare(first.pcm, other.pcm)).not.toBe(0);
      },
    );

    test.each(hostileTexts)('says %j as text and nothing else', async (text) => {
      const speech = await say(text);
      expect(soundRange(toSamples(speech.pcm), speech.sampleRate)).toBeDefined();
      expect(speech.words.length).toBeGreaterThan(0);
      expectInOrder(speech);
      expect(await readdir(folder)).toEqual([]);
    });

    test('takes a long text whole', async () => {
      const text = long('The keeper lit the lamp, wound the clock, and waited for the ships. ');
      const speech = await say(text);
      expect(speech.words.length).toBe(text.split(' ').length);
      expectInOrder(speech);
      expect(text.length / (speech.pcm.byteLength / 2 / speech.sampleRate)).toBeLessThan(40);
    });

    test.each(['', '   ', '…', '?!', '🎉', '\0'])(
      'refuses %j, which has nothing to say, for good',
      async (text) => {
        // As it stands: in words an emoji has a name.
        const request = await requestEnglish(engine, voice.id, text, unworded(text));
        const refusal = await engine.synthesize(request, go).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(SpeechError);
        expect((refusal as SpeechError).transient).toBe(false);
      },
    );

    test('refuses a voice that it has not got, for good', async () => {
      const request = { ...(await ask('Hello.')), voice: `${engine.name}/") (system "touch x` };
      const refusal = await engine.synthesize(request, go).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(SpeechError);
      expect((refusal as SpeechError).transient).toBe(false);
      expect(await readdir(folder)).toEqual([]);
    });

    test('stops at once when it is aborted, and speaks on afterwards', async () => {
      await expect(say('Never.', AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
      const abort = new AbortController();
      // Only speaking is to be stopped: words and phonemes are there before.
      const request = await ask(long('This will not be heard to its end. '));
      const speaking = engine.synthesize(request, abort.signal);
      const aborted = performance.now();
      abort.abort(new Error('enough'));
      await expect(speaking).rejects.toThrow('enough');
      expect(performance.now() - aborted).toBeLessThan(1000);
      expect((await say('Still here.')).words.map((word) => word.text)).toEqual(['Still', 'here.']);
    });

    test('can be closed twice, and without having spoken', async () => {
      const other = open();
      await other.dispose();
      await other.dispose();
    });
  });
}

function expectInOrder(speech: Speech): void {
  let reached = 0;
  for (const word of speech.words) {
    expect(word.beginSample).toBeGreaterThanOrEqual(reached);
    expect(word.endSample).toBeGreaterThanOrEqual(word.beginSample);
    expect(Number.isInteger(word.beginSample) && Number.isInteger(word.endSample)).toBe(true);
    reached = word.endSample;
  }
  expect(reached).toBeLessThanOrEqual(speech.pcm.byteLength / 2);
}
