import { chmod, copyFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import bundled from '@ffmpeg-installer/ffmpeg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { provenIn } from '../../pipeline/audio/proven-ffmpegs.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'lectern ffmpeg-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function script(path: string, lines: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return path;
}

/** Answers as an ffmpeg of that libavformat would, with all that is needed. */
const pretender = (libavformat: string): string => `case "$3" in
-version) echo 'ffmpeg version pretended Copyright'; echo 'libavformat    ${libavformat} / ${libavformat}';;
-encoders) printf ' A aac x\\n A libmp3lame x\\n V mjpeg x\\n';;
-muxers) printf ' E adts x\\n E mp3 x\\n E s16le x\\n E f32le x\\n';;
esac`;

describe('FFMPEG_PATH', () => {
  test('is used before any other', async () => {
    const ffmpeg = await findFfmpeg({
      environment: { FFMPEG_PATH: bundled.path, PATH: process.env['PATH'] },
    });
    expect(ffmpeg.path).toBe(bundled.path);
  });

  test.each([
    ['names nothing', () => Promise.resolve('/nowhere/ffmpeg'), 'there is no such file'],
    ['names a folder', () => Promise.resolve(tmpdir()), 'it is not a file'],
    [
      'names another program',
      (at: string) => script(join(at, 'other'), 'echo hello'),
      'it does not answer as ffmpeg does',
    ],
    [
      'names what fails',
      (at: string) => script(join(at, 'broken'), 'echo "cannot load libx" >&2; exit 127'),
      'cannot load libx',
    ],
    [
      'names what fails in silence',
      (at: string) => script(join(at, 'mute'), 'exit 3'),
      'it ends with code 3 when asked for its version',
    ],
    [
      'names one without the encoders',
      (at: string) => script(join(at, 'small'), pretender('60. 1.100').replace(' A libmp3lame x\\n', '')),
      'it lacks the encoder libmp3lame',
    ],
  ])('is an error in one sentence when it %s', async (_case, make, reason) => {
    const path = await make(await folder());
    const finding = findFfmpeg({ environment: { FFMPEG_PATH: path, PATH: process.env['PATH'] } });
    await expect(finding).rejects.toThrow(`FFMPEG_PATH names ${path}, which cannot be used: ${reason}.`);
  });

  test('is an error when it may not be executed', async () => {
    const path = join(await folder(), 'ffmpeg');
    await writeFile(path, '');
    await expect(findFfmpeg({ environment: { FFMPEG_PATH: path } })).rejects.toThrow(
      'it may not be executed.',
    );
  });

  test('may name an old one: who sets it, decides', async () => {
    const path = await script(join(await folder(), 'old'), pretender('57. 83.100'));
    await expect(findFfmpeg({ environment: { FFMPEG_PATH: path } })).resolves.toMatchObject({ path });
  });
});

describe('without FFMPEG_PATH', () => {
  test("the system's is used when it is new enough", async () => {
    const at = await folder();
    const path = await script(join(at, 'ffmpeg'), pretender('59. 27.100'));
    await expect(findFfmpeg({ environment: { PATH: at } })).resolves.toMatchObject({
      path,
      version: 'pretended',
    });
  });

  test('an old, a broken and a poor one are passed over for the next on the path', async () => {
    const [old, broken, poor, good] = [await folder(), await folder(), await folder(), await folder()];
    await script(join(old, 'ffmpeg'), pretender('58. 76.100'));
    await script(join(broken, 'ffmpeg'), 'exit 1');
    await script(join(poor, 'ffmpeg'), pretender('61. 1.100').replace(' E adts x\\n', ''));
    const path = await script(join(good, 'ffmpeg'), pretender('61. 1.100'));
    const searchPath = [old, broken, '', poor, good].join(delimiter);
    await expect(findFfmpeg({ environment: { PATH: searchPath, FFMPEG_PATH: '' } })).resolves.toMatchObject({
      path,
    });
  });

  test('the bundled one is used when the system has none', async () => {
    const ffmpeg = await findFfmpeg({ environment: { PATH: await folder() } });
    expect(ffmpeg.path).toBe(bundled.path);
    expect(ffmpeg.identity.libraries).toContain('libavformat 58.24.100');
  });

  test('the bundled one is made executable where npm did not', async () => {
    const path = await script(join(await folder(), 'ffmpeg'), pretender('58. 24.100'));
    await chmod(path, 0o644);
    const options = { environment: {}, bundled: () => Promise.resolve(path) };
    await expect(findFfmpeg(options)).resolves.toMatchObject({ path });
  });

  test('and without a bundled one, it is said what to do', async () => {
    const unsupported = () => Promise.reject(new Error('Unsupported platform: vax'));
    const finding = findFfmpeg({ environment: {}, bundled: unsupported });
    await expect(finding).rejects.toThrow(
      'No ffmpeg was found: the system has none of version 5 or newer with MP3 and AAC, and the bundled one cannot be ' +
        'used (Unsupported platform: vax); install ffmpeg, or set FFMPEG_PATH to one.',
    );
  });
});

describe('the identity', () => {
  test('is that of the bytes, wherever they lie', async () => {
    const [one, other] = [await folder(), await folder()];
    const path = await script(join(one, 'ffmpeg'), pretender('60. 1.100'));
    await copyFile(path, join(other, 'ffmpeg'));
    const [first, second] = await Promise.all(
      [one, other].map((at) => findFfmpeg({ environment: { PATH: at } })),
    );
    expect(first?.path).not.toBe(second?.path);
    expect(first?.identity).toEqual(second?.identity);
    expect(first?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('changes with the file behind a link', async () => {
    const at = await folder();
    const [one, other] = [join(at, 'one'), join(at, 'other')];
    await script(one, pretender('60. 1.100'));
    await script(other, `${pretender('60. 1.100')}\n# other`);
    const link = join(at, 'ffmpeg');
    await symlink(one, link);
    const before = await findFfmpeg({ environment: { PATH: at } });
    await rm(link);
    await symlink(other, link);
    const after = await findFfmpeg({ environment: { PATH: at } });
    expect(after.identity.sha256).not.toBe(before.identity.sha256);
  });

  test('names the libraries, in which the encoders of a system lie', async () => {
    const path = await script(join(await folder(), 'ffmpeg'), pretender('59. 27.100'));
    const { identity } = await findFfmpeg({ environment: { FFMPEG_PATH: path } });
    expect(identity).toMatchObject({ version: 'pretended', libraries: ['libavformat 59.27.100'] });
  });
});

test('a search that was aborted stops, with the reason of the abort', async () => {
  const path = await script(join(await folder(), 'ffmpeg'), 'sleep 30');
  const reason = new Error('stopped by hand');
  const finding = findFfmpeg({ environment: { FFMPEG_PATH: path }, signal: AbortSignal.abort(reason) });
  await expect(finding).rejects.toBe(reason);
});

describe('one that has all that is needed', () => {
  /** Notes each question in a file beside it. */
  const noting = `echo "$3" >> "$0.asked"\n${pretender('60. 1.100')}`;

  test('is asked so once, and what it is each time', async () => {
    const at = await folder();
    const path = await script(join(at, 'ffmpeg'), noting);
    const asked = async (): Promise<readonly string[]> =>
      (await readFile(`${path}.asked`, 'utf8')).trim().split('\n').sort();
    const find = () =>
      findFfmpeg({ environment: { FFMPEG_PATH: path }, proven: provenIn(join(at, 'proven')) });
    const first = await find();
    expect(await asked()).toEqual(['-encoders', '-muxers', '-version']);
    expect(await find()).toEqual(first);
    expect(await asked()).toEqual(['-encoders', '-muxers', '-version', '-version']);
    // With other libraries it is another.
    await script(path, noting.replaceAll('60. 1.100', '61. 1.100'));
    await find();
    expect((await asked()).filter((question) => question === '-encoders')).toHaveLength(2);
  });

  test('is asked again where it lacked something', async () => {
    const at = await folder();
    const path = await script(join(at, 'ffmpeg'), pretender('60. 1.100').replace(' A libmp3lame x\\n', ''));
    const find = () =>
      findFfmpeg({ environment: { FFMPEG_PATH: path }, proven: provenIn(join(at, 'proven')) });
    await expect(find()).rejects.toThrow('it lacks the encoder libmp3lame');
    await expect(find()).rejects.toThrow('it lacks the encoder libmp3lame');
    await script(path, pretender('60. 1.100'));
    await expect(find()).resolves.toMatchObject({ path });
  });

  test('is used where nothing can be remembered', async () => {
    const at = await folder();
    const path = await script(join(at, 'ffmpeg'), pretender('60. 1.100'));
    await writeFile(join(at, 'proven'), 'a file in its place');
    await expect(
      findFfmpeg({ environment: { FFMPEG_PATH: path }, proven: provenIn(join(at, 'proven')) }),
    ).resolves.toMatchObject({ path });
  });
});
