/** The part of the report that is about sound. */
import { describe, expect, test } from 'vitest';
import type { Levels } from '../../../pipeline/audio/loudness/levels.ts';
import { measureLevels } from '../../../pipeline/audio/loudness/measure-levels.ts';
import { profiles } from '../../../pipeline/audio/profiles.ts';
import { audioReport } from '../../../pipeline/audio/quality/audio-report.ts';
import type { Delivery } from '../../../pipeline/audio/quality/delivery.ts';
import { reportTexts } from '../../../pipeline/check/report/report-texts.ts';
import { axeOn, describeInBrowser } from '../../helpers/browser.ts';

const hostile = '<script>alert(1)</script> & “Ferry”';

function delivery(about: Partial<Delivery> = {}): Delivery {
  const levels = measureLevels(Float32Array.from({ length: 16_000 * 3 }, (_, index) => 0.18 * Math.sin(index / 3)), 16_000); // prettier-ignore
  const marks = [
    { title: hostile, beginMilliseconds: 0 },
    { title: 'رحلة', beginMilliseconds: 2000 },
  ];
  return { sha256: 'f'.repeat(64), profile: profiles.audiobook, seconds: 3, levels: [levels], chapters: 2, marks, ...about }; // prettier-ignore
}

const hours = (seconds: number, level: (second: number) => number): readonly Levels[] =>
  Array.from({ length: Math.ceil(seconds / 60) }, (_, minute) => ({
    blocks: [-180, 10],
    samples: 60_000,
    sampleRate: 1000,
    truePeak: -50,
    seconds: Array.from({ length: 60 }, (_second, index) => level(minute * 60 + index)),
  }));

const day = delivery({
  profile: profiles.podcast,
  seconds: 86_400,
  levels: hours(86_400, (second) => (second % 600 < 20 ? -99 : -18 - (second % 7))),
  chapters: 400,
  marks: Array.from({ length: 400 }, (_, index) => ({ title: `Chapter ${index}`, beginMilliseconds: index * 216_000 })), // prettier-ignore
});
const silent = delivery({ profile: profiles.acx, levels: [], chapters: 1, marks: [] });
const deliveries = { 'a.m4b': delivery(), 'day.mp3': day, 'silent.mp3': silent };
const { html: page, json } = reportTexts([], '1.2.3', {
  title: hostile,
  audio: Object.entries(deliveries).map(([name, one]) => audioReport({ name, bytes: 1234 }, one)),
});

test('says of each target what was wanted and measured, and in words what came of it', () => {
  const cells = [...page.matchAll(/<th scope="row">([^<]*)<\/th>((?:\s*<td>[^<]*<\/td>)+)/g)].map(([, name, rest = '']) => [name, ...[...rest.matchAll(/<td>([^<]*)/g)].map(([, cell]) => cell)]); // prettier-ignore
  expect(cells).toEqual([
    ['a.m4b', 'Passed'],
    ['day.mp3', 'Not passed'],
    ['silent.mp3', 'Passed'],
    ['loudness', '−18.5 to −17.5 LUFS', expect.stringMatching(/^−1[78]\.\d+ LUFS$/), 'met'],
    ['true peak', 'at most −1 dBTP', expect.stringMatching(/^−1[45]\.\d+ dBTP$/), 'met'],
    ['loudness', '−16.5 to −15.5 LUFS', '−18 LUFS', 'missed'],
    ['true peak', 'at most −1 dBTP', '−0.5 dBTP', 'missed'],
    ['mean level (RMS)', '−23 to −18 dB', 'silence', 'not measurable'],
    ['true peak', 'at most −3 dBTP', 'silence', 'met'],
    ['noise floor', 'at most −60 dB', 'silence', 'met'],
  ]);
  expect(page).toContain('nothing that an earlier one left');
});

test('the same for programs', () => {
  const data = JSON.parse(json) as { readonly passed: boolean; readonly audio: readonly object[] };
  expect(data).toMatchObject({ lectern: '1.2.3', passed: false, files: [] });
  expect(data.audio).toHaveLength(3);
  expect(data.audio[1]).toMatchObject({
    file: 'day.mp3',
    profile: 'podcast',
    encoding: { codec: 'mp3', kilobits: 64 },
    passed: false,
    measured: { loudness: -18, truePeak: -0.5 },
    targets: [
      { what: 'loudness', measured: -18, unit: 'LUFS', wanted: { atLeast: -16.5, atMost: -15.5 }, result: 'missed' }, // prettier-ignore
      { what: 'truePeak', measured: -0.5, unit: 'dBTP', wanted: { atMost: -1 }, result: 'missed' },
    ],
    marks: expect.toSatisfy((marks: readonly unknown[]) => marks.length === 400) as unknown,
    overTime: { secondsEach: 108, heard: { quietestDb: -24, loudestDb: -18, meanDb: -21 } },
  });
});

describe('the picture', () => {
  const pictures = page.match(/<svg[^]*?<\/svg>/g) ?? [];

  test('has no more than 800 steps for a day, and a stroke a chapter', () => {
    expect(pictures).toHaveLength(3);
    const [area = '', ticks = ''] = [...(pictures[1] ?? '').matchAll(/ d="([^"]*)"/g)].map(([, d = '']) => d);
    expect(area.match(/H/g)).toHaveLength(800);
    expect(ticks.match(/M/g)).toHaveLength(1 + 400);
    expect(pictures[1]?.length).toBeLessThan(20_000);
  });

  test('is told in words: its range and its mean', () => {
    expect(pictures[1]).toContain('aria-label="Level of day.mp3 over time: −24 dB to −18 dB from second to second, pauses aside, and −21 dB in the mean"'); // prettier-ignore
    expect(pictures[2]).toContain('aria-label="Level of silent.mp3 over time: nothing is heard"');
  });
});

test('titles are quoted safely, and nothing is loaded or run', () => {
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; “Ferry”</th>');
  expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(/i);
});

describeInBrowser('in a browser', (newPage) => {
  test('axe finds nothing wrong with the page, in light or in darkness, and it fits a telephone', async () => {
    const tab = await newPage();
    await tab.setViewport({ width: 360, height: 640 });
    for (const scheme of ['light', 'dark']) {
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await tab.setContent(page);
      await tab.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      const { violations, passes } = await axeOn(tab);
      expect(violations).toEqual([]);
      expect(passes).toBeGreaterThan(10);
    }
  });
});
