/** What the report says of each file of sound, beside what ffmpeg's own meters say of it. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findFfmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import { profiles, type Profile, type ProfileName } from '../../../pipeline/audio/profiles.ts';
import { manifestSchema } from '../../../pipeline/report/manifest.ts';
import { useWorkplace } from '../../helpers/workplace.ts';

const work = await useWorkplace();
const { path: ffmpeg } = await findFfmpeg({ environment: process.env });
const folder = join(work.out, 'harbour');

const reportSchema = z.object({
  passed: z.boolean(),
  files: z.array(z.object({ file: z.string() })),
  audio: z.array(
    z.object({
      file: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      seconds: z.number(),
      profile: z.string(),
      passed: z.boolean(),
      measured: z.record(z.string(), z.number()),
      targets: z.array(z.object({ what: z.string(), measured: z.number().optional(), result: z.string() })),
      marks: z.array(z.object({ title: z.string(), meanDb: z.number() })),
    }),
  ),
});
type Report = z.output<typeof reportSchema>;
const readReport = async (): Promise<Report> =>
  reportSchema.parse(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')));

/** One after the other, of a file as it lies in the output. */
async function meters(file: string): Promise<Record<'loudness' | 'truePeak' | 'mean' | 'highest', number>> {
  const { stdout, stderr } = await promisify(execFile)(
    ffmpeg,
    ['-nostdin', '-hide_banner', '-i', file, '-map', '0:a', '-af', 'ebur128=peak=true:metadata=1,ametadata=print:key=lavfi.r128.I:file=-,volumedetect', '-f', 'null', '-'], // prettier-ignore
    { maxBuffer: 16 * 1024 * 1024 },
  );
  // The last of each is that of the whole. The summary has tenths; what each frame is told has thousandths.
  const last = (pattern: RegExp, text = stderr): number => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? NaN); // prettier-ignore
  return {
    loudness: last(/r128\.I=(-?[\d.]+)/g, stdout),
    truePeak: last(/\bPeak:\s+(-?[\d.]+) dBFS/g),
    mean: last(/\bmean_volume: (-?[\d.]+) dB/g),
    highest: last(/\bmax_volume: (-?[\d.]+) dB/g),
  };
}

describe('a short book', () => {
  const publication = work.publish('harbour', {
    'publication.yaml': 'title: The harbour\nauthors: Ann Author\nlanguage: en\n',
    'one.md': `# Arrival\n\nWe came to the harbour at noon. It was quiet, and the gulls were asleep on the roofs of the sheds. Nobody had told them that we would come.\n\nShips arrive here once a week. They bring flour, nails, letters and people.\n`, // prettier-ignore
    'two.md': `# Departure\n\nOn Monday we left again! The wind had turned, and the captain said that it would be a short way home.\n\n- Boats\n- Gulls\n`, // prettier-ignore
  });
  let report: Report;
  beforeAll(async () => {
    const { code, stderr } = await work.build(await publication, ['--only', 'm4b,mp3,opus,acx']);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('audio-target-missed') as string]);
    report = await readReport();
  });

  test('has a report without an EPUB, of the files as the manifest has them', async () => {
    const { files } = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
    const sounds = files.filter(({ name }) => /\.(m4b|mp3|opus)$/.test(name));
    expect(report).toMatchObject({ passed: true, files: [] });
    const listed = ({ file, bytes, sha256, seconds }: Report['audio'][number]) => [file, { bytes, sha256, seconds }] as const; // prettier-ignore
    expect(Object.fromEntries(report.audio.map(listed))).toEqual(
      Object.fromEntries(
        sounds.map(({ name, bytes, sha256, seconds }) => [name, { bytes, sha256, seconds }]),
      ),
    );
    const made = new Set(report.audio.map(({ profile }) => profile));
    expect(made).toEqual(new Set(['audiobook', 'podcast', 'opus', 'acx']));
    for (const { file, marks } of report.audio)
      if (!file.startsWith('acx/')) expect(marks.map(({ title }) => title)).toContain('Departure');
  });

  test('measures the same by ffmpeg, file by file, and what it should', async () => {
    expect(report.audio.length).toBeGreaterThan(6);
    for (const { file, profile, measured, targets } of report.audio) {
      const { loudness = NaN, truePeak = NaN, rms = NaN } = measured;
      const second = await meters(join(folder, file));
      const off = { loudness: loudness - second.loudness, truePeak: truePeak - second.truePeak, mean: rms - second.mean }; // prettier-ignore
      expect({ file, ...off }).toEqual({
        file,
        loudness: expect.toSatisfy((difference: number) => Math.abs(difference) <= 0.1) as unknown,
        truePeak: expect.toSatisfy((difference: number) => Math.abs(difference) <= 0.3) as unknown,
        mean: expect.toSatisfy((difference: number) => Math.abs(difference) <= 0.1) as unknown,
      });
      expect(second.highest).toBeLessThanOrEqual(truePeak + 0.1);
      const { target } = profiles[profile as ProfileName] as Profile;
      expect(second.truePeak).toBeLessThanOrEqual(target.truePeakDb);
      if (target.loudness)
        expect(Math.abs(second.loudness - target.loudness.lufs)).toBeLessThanOrEqual(target.loudness.within);
      if (target.rmsDb) {
        expect(second.mean).toBeGreaterThanOrEqual(target.rmsDb.atLeast);
        expect(second.mean).toBeLessThanOrEqual(target.rmsDb.atMost);
      }
      expect(targets.map(({ result }) => result)).toEqual(targets.map(() => 'met'));
    }
  });

  test('keeps its report where only a script is made, and gets one of the EPUB alone where that is made', async () => {
    expect((await work.build(await publication, ['--only', 'script'])).code).toBe(0);
    expect(await readReport()).toEqual(report);
    expect((await work.build(await publication, ['--only', 'epub', '--voice', 'draft'])).code).toBe(0);
    const { files, audio } = await readReport();
    expect([files.map(({ file }) => file), audio]).toEqual([['harbour.epub'], []]);
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('what one build made');
  });
});
