import { createHash } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ffmpeg } from './find-ffmpeg.ts';
import { NEEDED } from './probe-ffmpeg.ts';

/** Remembers which ffmpegs have all that is needed: to ask one takes half a second, which is a third of a build without a change. */
export type ProvenFfmpegs = {
  has(identity: Ffmpeg['identity']): Promise<boolean>;
  add(identity: Ffmpeg['identity']): Promise<void>;
};

/** In a folder, where each is an empty file, called by the digest of the program, its libraries, and what was asked for. */
export function provenIn(folder: string): ProvenFfmpegs {
  const fileOf = (identity: Ffmpeg['identity']): string =>
    join(
      folder,
      createHash('sha256')
        .update(JSON.stringify([identity.version, identity.sha256, identity.libraries, NEEDED]))
        .digest('hex'),
    );
  return {
    has: (identity) =>
      access(fileOf(identity)).then(
        () => true,
        () => false,
      ),
    // Where nothing can be written the build itself will say so.
    add: async (identity) => {
      await mkdir(folder, { recursive: true }).catch(() => undefined);
      await writeFile(fileOf(identity), '').catch(() => undefined);
    },
  };
}
