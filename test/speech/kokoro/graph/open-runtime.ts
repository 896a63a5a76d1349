/**
 * onnxruntime-node for tests and benchmarks that run graphs. It is no dependency of the project: it comes with an
 * installed voice. LECTERN_TEST_ORT names a folder in whose node_modules it lies, or the package's own folder.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installedRuntime } from '../../../helpers/test-home.ts';

export type RuntimeTensor = {
  readonly data: Float32Array | BigInt64Array | Uint8Array | Int8Array;
  readonly dims: readonly number[];
};
export type RuntimeSession = {
  run(feeds: Readonly<Record<string, RuntimeTensor>>): Promise<Readonly<Record<string, RuntimeTensor>>>;
  release(): Promise<void>;
};
export type Runtime = {
  readonly InferenceSession: {
    create(model: string | Uint8Array, options: object): Promise<RuntimeSession>;
  };
  readonly Tensor: new (
    type: 'float32' | 'int64',
    data: Float32Array | BigInt64Array,
    dims: readonly number[],
  ) => RuntimeTensor;
};

/** The runtime that is named, or else the one that comes with the voice, which is fetched if it is not there. */
export async function testRuntime(): Promise<Runtime> {
  return openRuntime(process.env['LECTERN_TEST_ORT'] ?? (await installedRuntime()));
}

/** @throws Error where the folder holds no runtime that this machine can load. */
export function openRuntime(folder: string): Runtime {
  const require = createRequire(join(folder, 'package.json'));
  const isPackage = existsSync(join(folder, 'dist', 'backend.js'));
  return require(isPackage ? folder : 'onnxruntime-node') as Runtime;
}
