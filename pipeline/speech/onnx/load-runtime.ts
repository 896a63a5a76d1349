/**
 * The ONNX runtime, which runs neural networks. It is no dependency of the package: most of its bytes are for machines other than
 * the present one, so it is fetched with the voice, into a folder that is laid out as `node_modules`.
 */
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { OnnxPackage, OnnxSessionOptions } from './onnx-package.ts';

export type Tensor = {
  readonly type: 'float32' | 'int64' | 'int32' | 'bool';
  readonly data: Float32Array | BigInt64Array | Int32Array | Uint8Array;
  readonly dims: readonly number[];
};

/** The options of the runtime's own `InferenceSession.create`. `executionProviders` is heeded by the native runtime alone. */
export type SessionOptions = Omit<OnnxSessionOptions, 'logSeverityLevel'>;

export type OnnxSession = {
  /** Feeds and results by the names that the model gives its inputs and outputs. */
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
  close(): Promise<void>;
};

export type OnnxRuntime = {
  readonly kind: 'native' | 'wasm';
  open(modelFile: string, options: SessionOptions): Promise<OnnxSession>;
};

/**
 * Loads `onnxruntime-node` from `<folder>/node_modules`, or `onnxruntime-web` where that is what is installed.
 *
 * @param folder absolute
 * @throws Error if it holds neither, or one that this machine cannot load
 */
export async function loadRuntime(folder: string): Promise<OnnxRuntime> {
  const isNative = await exists(path.join(folder, 'node_modules', 'onnxruntime-node', 'package.json'));
  const name = isNative ? 'onnxruntime-node' : 'onnxruntime-web';
  const onnx = load(folder, name);
  // Warnings of the runtime would appear amid the progress of a build.
  onnx.env.logLevel = 'error';
  // The runtime of the web would start threads, whose sums may come in another order.
  if (onnx.env.wasm !== undefined) onnx.env.wasm.numThreads = 1;
  return {
    kind: isNative ? 'native' : 'wasm',
    open: async (modelFile, options) =>
      openSession(
        onnx,
        isNative ? modelFile : await readFile(modelFile),
        isNative ? options : { ...options, executionProviders: ['wasm'] },
      ),
  };
}

function load(folder: string, name: string): OnnxPackage {
  try {
    return createRequire(path.join(folder, 'package.json'))(name) as OnnxPackage;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Error(`The ONNX runtime in ${folder} cannot be loaded: ${reason}`, { cause: error });
  }
}

async function openSession(
  onnx: OnnxPackage,
  model: string | Uint8Array,
  options: SessionOptions,
): Promise<OnnxSession> {
  const session = await onnx.InferenceSession.create(model, { ...options, logSeverityLevel: 3 });
  return {
    async run(feeds) {
      const inputs = Object.entries(feeds).map(([name, { type, data, dims }]) => [
        name,
        new onnx.Tensor(type, data, dims),
      ]);
      return session.run(Object.fromEntries(inputs) as Readonly<Record<string, Tensor>>);
    },
    close: () => session.release(),
  };
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
