import path from 'node:path';
import type { Json } from '../../engine/json.ts';
import { readInstalled, type Bundle } from './bundle.ts';
import { downloadBytes, installMissing, type InstallOptions, type Wording } from './install-missing.ts';
import { rememberFound } from './kokoro-installation.ts';
import { llamaTokenizer, moonshineWeights } from './pinned-packages.ts';
import { runtimeBundle } from './runtime-bundle.ts';

/** Where the parts of the recogniser lie, once they are installed. Absolute paths. */
export type RecogniserFiles = {
  /** The folder of the ONNX runtime. */
  readonly runtime: string;
  readonly encoder: string;
  readonly decoder: string;
  /** An ES module, whose default export decodes. */
  readonly tokenizer: string;
};

export type RecogniserInstallation = {
  readonly name: 'recogniser';
  readonly downloadBytes: number;
  /** What it hears with: packages and platform. Known before it is there. */
  readonly identity: Json;
  /** Undefined while something is missing or damaged. */
  files(): Promise<RecogniserFiles | undefined>;
  /** @throws InstallError; what the signal was aborted with */
  install(options: InstallOptions): Promise<void>;
};

const recogniserWording: Wording = {
  title: 'The recogniser Moonshine',
  offline: 'Without a network, build without --verify.',
};

/** Moonshine-tiny, which writes down what it hears: for checks of what a voice said. */
export function recogniserInstallation(
  { home }: { readonly home: string },
  bundles = recogniserBundles(home),
): RecogniserInstallation {
  const { recogniser, runtime } = bundles;
  const all = [recogniser, runtime];
  const models = path.join(recogniser.folder, 'dist', 'model', 'tiny', 'quantized');
  return {
    name: 'recogniser',
    downloadBytes: downloadBytes(all),
    identity: {
      packages: all.flatMap(({ packages }) => packages.map(({ pinned }) => pinned.integrity)),
      platform: path.basename(runtime.folder),
    },
    files: rememberFound(async () => {
      for (const bundle of all) if ((await readInstalled(bundle)) === undefined) return undefined;
      return {
        runtime: runtime.folder,
        encoder: path.join(models, 'encoder_model.onnx'),
        decoder: path.join(models, 'decoder_model_merged.onnx'),
        tokenizer: path.join(recogniser.folder, 'node_modules', llamaTokenizer.name, 'llama-tokenizer.js'),
      };
    }),
    install: (options) => installMissing(all, recogniserWording, options),
  };
}

export function recogniserBundles(home: string): { readonly recogniser: Bundle; readonly runtime: Bundle } {
  return {
    recogniser: {
      folder: path.resolve(home, 'recognisers', `moonshine-tiny-${moonshineWeights.version}`),
      packages: [
        { pinned: moonshineWeights, within: '' },
        { pinned: llamaTokenizer, within: `node_modules/${llamaTokenizer.name}` },
      ],
    },
    runtime: runtimeBundle(home),
  };
}
