import { recogniserInstallation } from '../speech/install/recogniser-installation.ts';
import { openRecogniser, type Recogniser } from '../speech/recogniser/open-recogniser.ts';

/** The recogniser that `--verify` hears with. Nothing is fetched or started yet. */
export function openEars(options: { readonly home: string; readonly jobs: number }): Recogniser {
  return openRecogniser({ jobs: options.jobs, installation: recogniserInstallation({ home: options.home }) });
}
