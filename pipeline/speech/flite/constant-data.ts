import { createReader, readSections } from './expose-functions.ts';

/** Addresses of a module's memory, the second of them behind the last. */
export type Stretch = { readonly begin: number; readonly end: number };

const dataSection = 11;
/** An active segment of the first memory. */
const active = 0;
const i32Const = 0x41;

/**
 * Where a module's first segment of data lies. A C compiler puts what is constant before all that is not; flite's voices are, and
 * most of its memory is that.
 *
 * @throws Error where the module is cut short
 */
export function constantData(wasm: Uint8Array): Stretch | undefined {
  const data = readSections(wasm).find(({ id }) => id === dataSection);
  if (data === undefined) return undefined;
  const reader = createReader(data.body);
  const segments = reader.unsigned();
  if (segments < 2 || reader.unsigned() !== active || reader.byte() !== i32Const) return undefined;
  const begin = reader.unsigned();
  // The end of the expression.
  reader.byte();
  return { begin, end: begin + reader.unsigned() };
}
