/** A process that installs a bundle, to be killed: the bundle is its argument, as JSON. It says when something has come. */
import type { Bundle } from '../../../pipeline/speech/install/bundle.ts';
import { installMissing } from '../../../pipeline/speech/install/install-missing.ts';

const bundle = JSON.parse(process.argv[2] ?? '') as Bundle;
await installMissing([bundle], { title: 'It' }, {
  signal: new AbortController().signal,
  progress: () => process.stdout.write('progress\n'),
}); // prettier-ignore
