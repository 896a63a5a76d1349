import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { createSystemEngine } from '../../pipeline/speech/system/engine.ts';
import { festival } from '../../pipeline/speech/system/festival.ts';
import { describeEngineContract } from './engine-contract.ts';

const open = () => createSystemEngine(festival, { jobs: 2 });

// Where the tests must prove something, a festival that is missing is a failure.
const present = spawnSync('text2wave', ['--help']).error === undefined;
if (present || process.env['CI'] === 'true') describeEngineContract('festival', open);

describe('the voices of festival', () => {
  test('are read from lines of name, folder, language, dialect and version, and no others', () => {
    const printed = [
      'cmu_us_slt_arctic_hts\t/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/\tenglish\tamerican\t2.5.0:release',
      'rab_diphone\t/usr/share/festival/voices/english/rab_diphone/\tenglish\tbritish',
      'el_diphone\t/usr/share/festival/voices/spanish/el_diphone/\tspanish\tcastillian',
      'x") (system "touch x\t/usr/share\tenglish\tamerican',
      'relative\tvoices/x\tenglish\tamerican',
      'nil',
      'SIOD ERROR: unbound variable',
    ].join('\n');
    expect(
      festival.parseVoices(printed).map(({ id, languages, sampleRate }) => [id, languages[0], sampleRate]),
    ).toEqual([
      ['festival/voice_cmu_us_slt_arctic_hts', 'en-US', 32_000],
      ['festival/voice_rab_diphone', 'en-GB', 16_000],
    ]);
  });

  test('are named in Scheme only where the name is a plain word', () => {
    const build = (voice: string) =>
      festival.platform().buildExportCommand({ text: '(quit)', voice, speed: null, filename: 'speech.wav' });
    expect(build('voice_rab_diphone').args).toEqual(
      ['-o', 'speech.wav', '-otype', 'riff', '-F', '16000', '-eval', '(voice_rab_diphone)'], // prettier-ignore
    );
    expect(build('voice_rab_diphone').pipedData).toBe('(quit)\n');
    for (const voice of ['voice_x) (system "touch x"', 'system', 'voice_x\n(quit)', ''])
      expect(() => build(voice)).toThrow();
  });
});
