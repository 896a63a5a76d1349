import { kokoroInstallation, type KokoroInstallation } from '../speech/install/kokoro-installation.ts';
import { localKokoro } from '../speech/install/local-kokoro.ts';
import { processorHas8Bit } from '../speech/kokoro/graph/processor.ts';
import {
  kokoroRewriteVersion,
  rewriteKokoro,
  type KokoroSetting,
} from '../speech/kokoro/graph/rewrite-kokoro.ts';

export type OpenKokoroOptions = {
  readonly home: string;
  readonly setting: KokoroSetting;
  /** A folder of weights in place of those that are fetched. */
  readonly folder: string | undefined;
};

/** Kokoro's installation. Where the processor has no instructions for 8 bits, they would be slower and could overflow: floats serve there. */
export function openKokoro({ home, setting: wanted, folder }: OpenKokoroOptions): KokoroInstallation {
  const setting = processorHas8Bit() ? wanted : 'exact';
  const shared = {
    home,
    setting,
    rewrite: { version: kokoroRewriteVersion, apply: (model: Uint8Array) => rewriteKokoro(model, setting) },
  };
  return folder === undefined ? kokoroInstallation(shared) : localKokoro({ ...shared, folder });
}
