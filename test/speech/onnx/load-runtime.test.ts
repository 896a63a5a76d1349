import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRuntime } from '../../../pipeline/speech/onnx/load-runtime.ts';
import { kokoroSessionOptions } from '../../../pipeline/speech/kokoro/graph/session-options.ts';
import { installedRuntime } from '../../helpers/test-home.ts';
import { tinyModel } from './tiny-model.ts';

let folder: string;
let model: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-onnx-'));
  model = path.join(folder, 'tiny.onnx');
  await writeFile(model, tinyModel());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['the native runtime', process.platform, process.arch],
  ['the runtime of a platform without a binary', 'darwin', 'x64'],
])(
  '%s runs a model with the options of Kokoro',
  async (_, platform, architecture) => {
    const runtime = await loadRuntime(await installedRuntime(platform, architecture));
    expect(runtime.kind).toBe(
      architecture === process.arch && platform === process.platform ? 'native' : 'wasm',
    );
    const session = await runtime.open(model, kokoroSessionOptions);
    const { sum, twice, less } = await session.run({
      x: { type: 'float32', data: Float32Array.of(1, 5), dims: [2] },
      y: { type: 'float32', data: Float32Array.of(2, 3), dims: [2] },
      n: { type: 'int64', data: BigInt64Array.of(1n, 2n, -3n), dims: [1, 3] },
    });
    expect(sum).toMatchObject({ type: 'float32', data: Float32Array.of(3, 8), dims: [2] });
    expect(twice).toMatchObject({ type: 'int64', data: BigInt64Array.of(2n, 4n, -6n), dims: [1, 3] });
    expect(less).toMatchObject({ type: 'bool', data: Uint8Array.of(1, 0), dims: [2] });
    await session.close();
  },
  600_000,
);

test('a model that is not there, and one that is none, are failures', async () => {
  const runtime = await loadRuntime(await installedRuntime());
  await expect(runtime.open(path.join(folder, 'none.onnx'), {})).rejects.toThrow('none.onnx');
  const text = path.join(folder, 'text.onnx');
  await writeFile(text, 'This is no model.');
  await expect(runtime.open(text, {})).rejects.toThrow();
}, 600_000);

test('a folder without a runtime, or with a broken one, is named', async () => {
  const broken = path.join(folder, 'broken');
  await expect(loadRuntime(broken)).rejects.toThrow(`The ONNX runtime in ${broken} cannot be loaded: `);
  const runtime = path.join(broken, 'node_modules', 'onnxruntime-node');
  await mkdir(runtime, { recursive: true });
  await writeFile(path.join(runtime, 'package.json'), '{"main":"index.js"}');
  await writeFile(path.join(runtime, 'index.js'), 'throw new Error("no binary for this machine")');
  await expect(loadRuntime(broken)).rejects.toThrow(
    `The ONNX runtime in ${broken} cannot be loaded: no binary for this machine`,
  );
});
