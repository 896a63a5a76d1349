import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';

export type TestNpm = {
  readonly folder: string;
  /** Where things are installed. */
  readonly home: string;
  readonly userConfiguration: string;
};

/** Sets npm up for one test: with a cache and a user's configuration of its own, and without patience. */
export async function useNpm(registry: string): Promise<TestNpm> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-install-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  for (const name of Object.keys(process.env)) if (/^npm_config_/i.test(name)) vi.stubEnv(name, undefined);
  const userConfiguration = path.join(folder, 'npmrc');
  await writeFile(userConfiguration, `registry=${registry}\nfetch-retries=0\n`);
  vi.stubEnv('npm_config_userconfig', userConfiguration);
  vi.stubEnv('npm_config_globalconfig', path.join(folder, 'none'));
  vi.stubEnv('npm_config_cache', path.join(folder, 'cache'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return { folder, home: path.join(folder, 'home'), userConfiguration };
}
