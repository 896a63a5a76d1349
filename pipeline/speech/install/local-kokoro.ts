import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../engine/digest.ts';
import type { KokoroFiles } from '../kokoro/engine.ts';
import { readInstalled } from './bundle.ts';
import { InstallError } from './install-error.ts';
import { downloadBytes, installMissing } from './install-missing.ts';
import {
  kokoroWording,
  notReady,
  rememberFound,
  type KokoroInstallation,
  type KokoroOptions,
} from './kokoro-installation.ts';
import { rewrittenModel } from './rewritten-model.ts';
import { runtimeBundle } from './runtime-bundle.ts';

/**
 * Kokoro from a folder of the user's, which stays as it is: `kokoro*.onnx`, `tokenizer.json`, `voices/*.bin`. Only the runtime
 * comes from the npm registry.
 */
export function localKokoro(
  { folder, home, rewrite, setting }: KokoroOptions & { readonly folder: string },
  runtime = runtimeBundle(home),
): KokoroInstallation {
  const weights = path.resolve(folder);
  const rewritten = path.resolve(home, 'voices', 'local');
  const describe = remember(() => describeWeights(weights));

  const files = rememberFound(async (): Promise<KokoroFiles | undefined> => {
    const { model, digest } = await describe();
    const installed = await readInstalled(runtime);
    if (installed === undefined) return undefined;
    await mkdir(rewritten, { recursive: true }).catch(notReady);
    const made = await rewrittenModel(model, rewritten, setting, rewrite).catch(notReady);
    if (made === undefined) throw new InstallError(`The model ${model.file} changes while it is read.`);
    return {
      runtime: runtime.folder,
      model: made,
      tokenizer: path.join(weights, 'tokenizer.json'),
      voices: path.join(weights, 'voices'),
      identity: {
        weights: digest,
        model: model.sha256,
        runtime: installed.packages,
        platform: path.basename(runtime.folder),
        rewrite: { setting, version: rewrite.version },
      },
    };
  });

  return {
    name: 'kokoro',
    downloadBytes: downloadBytes([runtime]),
    files,
    install: async (options) => {
      await describe();
      await installMissing(
        [runtime],
        { ...kokoroWording, title: 'The runtime of the voice Kokoro' },
        options,
      );
      await files();
    },
  };
}

/** The model, and the digest of all that the voice is made of. */
async function describeWeights(folder: string): Promise<{
  readonly model: { readonly file: string; readonly sha256: string };
  readonly digest: string;
}> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new InstallError(`The folder of voices ${folder} cannot be read.`, { cause: error });
  });
  const weights = names.map((name) => name.split(path.sep).join('/')).sort();
  const models = weights.filter((name) => /^kokoro[^/]*\.onnx$/.test(name));
  const voices = weights.filter((name) => /^voices\/[^/]+\.bin$/.test(name));
  if (models[0] === undefined || !weights.includes('tokenizer.json') || voices.length === 0)
    throw new InstallError(
      `The folder ${folder} holds no Kokoro: kokoro*.onnx, tokenizer.json and voices/*.bin are needed.`,
    );
  if (models.length > 1)
    throw new InstallError(
      `The folder ${folder} holds several models (${models.join(', ')}); one is needed.`,
    );
  const digest = createHash('sha256');
  let model = '';
  for (const name of [models[0], 'tokenizer.json', ...voices]) {
    const one = sha256(await readFile(path.join(folder, name)));
    if (name === models[0]) model = one;
    digest.update(`${name} ${one}\n`);
  }
  return { model: { file: path.join(folder, models[0]), sha256: model }, digest: digest.digest('hex') };
}

function remember<T>(make: () => Promise<T>): () => Promise<T> {
  let making: Promise<T> | undefined;
  return () => (making ??= make());
}
