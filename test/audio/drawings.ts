/** Pictures in the formats that authors bring: red, with a blue band along the right-hand side. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { CoverForAudioInput } from '../../pipeline/audio/cover-for-audio.ts';
import type { Ffmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import type { BlobAccess } from '../../pipeline/engine/stage.ts';

const run = promisify(execFile);
const formats = {
  png: ['image/png', 'png'],
  jpeg: ['image/jpeg', 'mjpeg'],
  gif: ['image/gif', 'gif'],
} as const;

export async function drawing(
  format: keyof typeof formats,
  width: number,
  height: number,
  blobs: BlobAccess,
  ffmpeg: Ffmpeg,
  filter = `drawbox=x=iw-iw/4:y=0:w=iw/4:h=ih:color=blue:t=fill`,
): Promise<CoverForAudioInput> {
  const [mediaType, codec] = formats[format];
  const muxer = format === 'gif' ? 'gif' : 'image2pipe';
  const source = `color=red:s=${width}x${height},${filter}`;
  const args = [
    '-nostdin',
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    source,
    '-frames:v',
    '1',
    '-c:v',
    codec,
    '-f',
    muxer,
    '-',
  ];
  const { stdout } = await run(ffmpeg.path, args, { encoding: 'buffer', maxBuffer: 2 ** 27 });
  return { image: await blobs.write([stdout]), mediaType, width, height };
}

/** What colours a decoded picture has where; `between` for what is neither of the drawing's two. */
export async function pixelsOf(
  file: string,
  ffmpeg: Ffmpeg,
  width: number,
): Promise<(x: number, y: number) => 'red' | 'blue' | 'between'> {
  const args = ['-nostdin', '-v', 'error', '-i', file, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  const { stdout } = await run(ffmpeg.path, args, { encoding: 'buffer', maxBuffer: 2 ** 27 });
  return (x, y) => {
    const [red = 0, , blue = 0] = stdout.subarray(3 * (y * width + x), 3 * (y * width + x) + 3);
    if (red > 230 && blue < 25) return 'red';
    return blue > 230 && red < 25 ? 'blue' : 'between';
  };
}
