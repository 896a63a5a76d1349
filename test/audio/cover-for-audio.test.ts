import { describe, expect, test } from 'vitest';
import { coverForAudio, type CoverForAudioInput } from '../../pipeline/audio/cover-for-audio.ts';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import type { BlobAccess } from '../../pipeline/engine/stage.ts';
import { drawing, pixelsOf } from './drawings.ts';
import { contextOf, temporaryBlobs } from './temporary-blobs.ts';

const system = await findFfmpeg({ environment: process.env });
const bundled = await findFfmpeg({ environment: {} });

describe.each([
  ["the system's", system],
  ['the bundled', bundled],
])('with %s ffmpeg', (_which, ffmpeg) => {
  const fit = (cover: CoverForAudioInput, blobs: BlobAccess) =>
    coverForAudio.run(cover, contextOf(blobs, { ffmpeg }));

  test.each(['png', 'jpeg', 'gif'] as const)('a %s cover lies whole in a square', async (format) => {
    const blobs = await temporaryBlobs();
    const cover = await fit(await drawing(format, 400, 800, blobs, system), blobs);
    expect(cover).toMatchObject({ mediaType: 'image/jpeg', width: 1600, height: 1600 });
    const at = await pixelsOf(await blobs.path(cover.image), system, 1600);
    // The cover: 800 wide in the middle, three quarters red, one quarter blue.
    expect(at(420, 800)).toEqual('red');
    expect(at(980, 20)).toEqual('red');
    expect(at(1020, 1580)).toEqual('blue');
    expect(at(1180, 800)).toEqual('blue');
    // The ground: between the colours of its two sides.
    expect(at(200, 800)).toEqual('between');
    expect(at(1500, 10)).toEqual('between');
  });

  test('a wide cover has its ground above and below', async () => {
    const blobs = await temporaryBlobs();
    const cover = await fit(await drawing('png', 800, 400, blobs, system, 'null'), blobs);
    const at = await pixelsOf(await blobs.path(cover.image), system, 1600);
    expect([at(5, 800), at(800, 100), at(800, 1500)]).toEqual(['red', 'red', 'red']);
  });

  test('the noisiest picture stays under 500 KB', async () => {
    const blobs = await temporaryBlobs();
    const noise = await drawing('png', 1600, 1600, blobs, system, 'noise=alls=100:allf=u');
    expect(noise.image.bytes).toBeGreaterThan(1_000_000);
    expect((await fit(noise, blobs)).image.bytes).toBeLessThan(500_000);
  });

  test('equal covers give equal bytes', async () => {
    const blobs = await temporaryBlobs();
    const image = await drawing('png', 30, 40, blobs, system);
    expect(await fit(image, blobs)).toEqual(await fit(image, blobs));
  });

  test('what is no picture is an error', async () => {
    const blobs = await temporaryBlobs();
    const image = await blobs.write([Buffer.from('#EXTM3U\n#EXTINF:1,\n/etc/hostname\n')]);
    const fitting = fit({ image, mediaType: 'image/png', width: 1, height: 1 }, blobs);
    await expect(fitting).rejects.toThrow("ffmpeg failed while reading the cover's colours");
    expect(await blobs.strays()).toEqual([]);
  });
});
