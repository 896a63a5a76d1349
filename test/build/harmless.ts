/** What a build may never do, whatever it was given: run any of it, or tell what only this machine knows. */
import { readdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { unzip } from '../epub/unzip.ts';
import type { EndedLectern } from '../helpers/lectern.ts';
import { filesIn, type Workplace } from '../helpers/workplace.ts';

export type Secrets = {
  /** HOME. */
  readonly home: string;
  /** In the environment. */
  readonly password: string;
  /** In files outside the publication. */
  readonly outside: string;
};

/** What only this machine knows. None of it may be in a book. */
export function secretsOf({ folder }: Workplace): Secrets {
  return {
    home: join(folder, 'home-of-9f1c7e'),
    password: 'correct-horse-battery-9f1c7e',
    outside: 'the-contents-of-a-file-outside-9f1c7e',
  };
}

export function secretEnvironment({ home, password }: Secrets): Record<string, string> {
  return { HOME: home, SECRET_TOKEN: password };
}

/** Nothing ran and nothing leaked: not into the files, not onto the screen. */
export async function expectHarmless(run: EndedLectern, work: Workplace, out = work.out): Promise<void> {
  const secrets = secretsOf(work);
  const everywhere = await readdir(work.folder, { recursive: true });
  expect(everywhere.filter((name) => basename(name) === 'pwned')).toEqual([]);
  const texts = new Map([
    ...(await published(out)),
    ['what was printed', Buffer.from(run.stdout + run.stderr)],
  ]);
  const passwords = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const forbidden = [
    secrets.home,
    secrets.password,
    secrets.outside,
    passwords.split('\n')[0] ?? '',
    hostname(),
    work.home,
    work.temporary,
    join(work.folder, 'publications'),
  ].filter((secret) => secret.length >= 6);
  for (const [name, bytes] of texts) {
    for (const secret of forbidden) {
      // As the tags of audio files write it, too.
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(secret, encoding)), `${secret} in ${name}`).toBe(false);
    }
  }
  // No text steers the terminal.
  expect(run.stdout + run.stderr).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\u202E]/);
}

/** Every file of an output as it can be searched: an EPUB's entries unpacked, all as bytes. */
async function published(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const all = new Map<string, Buffer>();
  for (const [name, content] of Object.entries(await filesIn(folder))) {
    const bytes = Buffer.from(content, 'latin1');
    all.set(name, bytes);
    if (!name.endsWith('.epub')) continue;
    for (const entry of await unzip(bytes)) all.set(`${name}/${entry.name}`, entry.bytes);
  }
  return all;
}
