import path from 'node:path';
import type { Bundle } from './bundle.ts';
import { onnxRuntime } from './pinned-packages.ts';

/** The ONNX runtime for a platform, laid out so that Node finds its packages. All neural voices share it. */
export function runtimeBundle(
  home: string,
  platform: string = process.platform,
  architecture: string = process.arch,
): Bundle {
  const packages = onnxRuntime(platform, architecture);
  const version = packages[0]?.version ?? '';
  return {
    folder: path.resolve(home, 'runtimes', `onnxruntime-${version}-${platform}-${architecture}`),
    packages: packages.map((pinned) => ({ pinned, within: `node_modules/${pinned.name}` })),
  };
}
