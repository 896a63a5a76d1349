/** What another program reads from an encoded file. */
import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { promisify } from 'node:util';
import ffprobe from '@ffprobe-installer/ffprobe';
import { z } from 'zod';

const run = promisify(execFile);

const tags = z.record(z.string(), z.string()).default({});
const probed = z.object({
  format: z.object({ duration: z.coerce.number(), tags }),
  streams: z.array(
    z.object({
      codec_name: z.string().optional(),
      sample_rate: z.string().optional(),
      channels: z.number().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      disposition: z.object({ attached_pic: z.number() }),
      tags,
    }),
  ),
  chapters: z.array(z.object({ start_time: z.coerce.number(), end_time: z.coerce.number(), tags })),
});

export async function probe(file: string): Promise<z.output<typeof probed>> {
  await chmod(ffprobe.path, 0o755);
  const shown = ['-show_format', '-show_streams', '-show_chapters'];
  const { stdout } = await run(ffprobe.path, ['-v', 'error', ...shown, '-of', 'json', file], {
    maxBuffer: 2 ** 24,
  });
  return probed.parse(JSON.parse(stdout));
}
