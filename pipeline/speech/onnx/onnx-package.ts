/** Of the types of onnxruntime-node and onnxruntime-web, what is used here. */
import type { Tensor } from './load-runtime.ts';

export type OnnxSessionOptions = {
  readonly executionProviders?: readonly string[];
  readonly executionMode?: 'sequential' | 'parallel';
  readonly graphOptimizationLevel?: 'disabled' | 'basic' | 'extended' | 'all';
  readonly intraOpNumThreads?: number;
  readonly interOpNumThreads?: number;
  readonly enableCpuMemArena?: boolean;
  readonly enableMemPattern?: boolean;
  /** 0 tells all, 3 errors alone, 4 what is fatal. */
  readonly logSeverityLevel?: number;
  /** Settings by their names in the runtime's C interface. */
  readonly extra?: { readonly session?: Readonly<Record<string, string>> };
};

export type OnnxPackage = {
  readonly env: {
    logLevel?: 'verbose' | 'info' | 'warning' | 'error' | 'fatal';
    readonly wasm?: { numThreads?: number };
  };
  readonly Tensor: new (type: Tensor['type'], data: Tensor['data'], dims: readonly number[]) => Tensor;
  readonly InferenceSession: {
    create(model: string | Uint8Array, options: OnnxSessionOptions): Promise<OnnxPackageSession>;
  };
};

type OnnxPackageSession = {
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
  release(): Promise<void>;
};
