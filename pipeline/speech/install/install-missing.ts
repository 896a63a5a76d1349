import { installBundle, readInstalled, type Bundle } from './bundle.ts';
import { InstallError, isOnDisk, isUnreachable, reasonOf } from './install-error.ts';
import { readNpmSettings } from './npm-settings.ts';

export type InstallOptions = {
  readonly signal: AbortSignal;
  /** Gets what is fetched and what is to be fetched, in bytes. */
  readonly progress: (done: number, total: number) => void;
};

/** How a failure names what was to be installed. */
export type Wording = {
  /** As a sentence begins with it: "The voice Kokoro". */
  readonly title: string;
  /** A sentence for those who have no network. */
  readonly offline?: string;
};

/**
 * Fetches those of the bundles that are not there. What was fetched whole before somebody broke it off is not fetched again.
 *
 * @throws InstallError; what the signal was aborted with
 */
export async function installMissing(
  bundles: readonly Bundle[],
  wording: Wording,
  { signal, progress }: InstallOptions,
): Promise<void> {
  const missing: Bundle[] = [];
  for (const bundle of bundles) if ((await readInstalled(bundle)) === undefined) missing.push(bundle);
  if (missing.length === 0) return;
  let registry = 'the npm registry';
  try {
    const npm = await readNpmSettings();
    registry = new URL(npm.registry).host;
    const total = downloadBytes(missing);
    let before = 0;
    for (const bundle of missing) {
      await installBundle(bundle, {
        npm,
        signal,
        progress: (bytes) => {
          progress(before + bytes, total);
        },
      });
      before += downloadBytes([bundle]);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw failure(error, wording, registry);
  }
}

/** What an installation of all of them would fetch. */
export function downloadBytes(bundles: readonly Bundle[]): number {
  return bundles
    .flatMap(({ packages }) => packages)
    .reduce((sum, { pinned }) => sum + pinned.downloadBytes, 0);
}

function failure(error: unknown, { title, offline }: Wording, registry: string): InstallError {
  const reason = reasonOf(error, registry);
  const unreachable = isUnreachable(error);
  const attempt = isOnDisk(error) ? 'could not be installed' : 'could not be fetched from the npm registry';
  const sentence = `${title} ${attempt}: ${reason}.`;
  return new InstallError(unreachable && offline !== undefined ? `${sentence} ${offline}` : sentence, {
    cause: error,
    unreachable,
  });
}
