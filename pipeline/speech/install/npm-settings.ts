import path from 'node:path';
import Config from '@npmcli/config';
import definitions from '@npmcli/config/lib/definitions/index.js';

/** Registry, proxy, certificates, cache, tokens: as pacote takes them. */
export type NpmSettings = Readonly<Record<string, unknown>> & { readonly registry: string };

/**
 * How the user has set npm up. It is npm's own reader that reads it: `npm config ls` would show no tokens, and npm itself need
 * not be here, where Lectern was installed with another program.
 *
 * The `.npmrc` of the working directory is left out: that may be a folder with somebody's text, which must not say from where
 * to fetch. Under `npm run` its settings arrive all the same, in the environment.
 *
 * @throws Error if the configuration contradicts itself
 */
export async function readNpmSettings(env: NodeJS.ProcessEnv = process.env): Promise<NpmSettings> {
  const config = new Config({
    ...definitions,
    npmPath: npmFolder(env),
    argv: [],
    // A copy, for the reader writes into it.
    env: { ...env, npm_config_location: 'global' },
  });
  await config.load();
  const { registry } = config.flat;
  if (typeof registry !== 'string') throw new Error('The setting registry of npm is not an address.');
  const isUnset = (name: string): boolean => config.find(name) === 'default';
  return {
    ...config.flat,
    registry,
    // A pinned version never changes, so that what the cache holds of it need not be asked for again.
    ...(isUnset('prefer-offline') && isUnset('prefer-online') && { preferOffline: true }),
    // npm's own patience, 10 seconds and then 60, is long for someone who only has no network.
    ...(retrySettings.every(isUnset) && {
      retry: { retries: 2, factor: 4, minTimeout: 500, maxTimeout: 2000 },
    }),
  };
}

const retrySettings = [
  'fetch-retries',
  'fetch-retry-factor',
  'fetch-retry-mintimeout',
  'fetch-retry-maxtimeout',
];

/** npm's folder, as far as it can be known: under npm itself, or beside Node. */
function npmFolder({ npm_execpath: program }: NodeJS.ProcessEnv): string {
  if (program !== undefined && path.basename(program) === 'npm-cli.js')
    return path.dirname(path.dirname(program));
  const beside = path.dirname(process.execPath);
  return process.platform === 'win32'
    ? path.join(beside, 'node_modules', 'npm')
    : path.join(beside, '..', 'lib', 'node_modules', 'npm');
}
