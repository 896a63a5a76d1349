/**
 * A WebAssembly module with more of its functions exported: the same code, its export section extended by name.
 *
 * flite's module is a command line program: it exports `_start` alone, and tells neither words nor their times. But it carries
 * its C library whole, and the names of its functions. Called as a library it reads no arguments and writes no files.
 * The format: https://webassembly.github.io/spec/core/binary/modules.html; names: its appendix "Custom Sections".
 *
 * @throws Error where the module has no function of such a name.
 */
export function exposeFunctions(wasm: Uint8Array, names: readonly string[]): Uint8Array {
  const sections = readSections(wasm);
  const indices = functionIndices(sections);
  const exported = names.map((name) => {
    const index = indices.get(name);
    if (index === undefined) throw new Error(`The WebAssembly module has no function "${name}".`);
    return [...text(name), functionExport, ...unsigned(index)];
  });
  return concat([
    wasm.subarray(0, headerBytes),
    ...sections
      // Debug information is of no use here, and half the module.
      .filter((section) => section.id !== customSection)
      .flatMap((section) => {
        const body = section.id === exportSection ? extendVector(section.body, exported) : section.body;
        return [Uint8Array.of(section.id, ...unsigned(body.length)), body];
      }),
  ]);
}

const headerBytes = 8;
const customSection = 0;
const exportSection = 7;
const functionNames = 1;
const functionExport = 0;

type Section = { readonly id: number; readonly body: Uint8Array };

export function readSections(wasm: Uint8Array): Section[] {
  return readParts(wasm.subarray(headerBytes));
}

/** A run of parts: a byte that says what it is, its length, its bytes. Modules and name sections are built alike. */
function readParts(bytes: Uint8Array): Section[] {
  const reader = createReader(bytes);
  const parts: Section[] = [];
  while (!reader.atEnd()) {
    const id = reader.byte();
    parts.push({ id, body: reader.bytes(reader.unsigned()) });
  }
  return parts;
}

function functionIndices(sections: readonly Section[]): Map<string, number> {
  const indices = new Map<string, number>();
  for (const { id, body } of sections) {
    if (id !== customSection) continue;
    const section = createReader(body);
    if (section.name() !== 'name') continue;
    for (const part of readParts(section.rest())) {
      if (part.id !== functionNames) continue;
      const names = createReader(part.body);
      for (let left = names.unsigned(); left > 0; left -= 1) {
        const index = names.unsigned();
        indices.set(names.name(), index);
      }
    }
  }
  return indices;
}

/** A vector is its count, then its items. */
function extendVector(vector: Uint8Array, items: readonly (readonly number[])[]): Uint8Array {
  const reader = createReader(vector);
  const count = reader.unsigned();
  return concat([
    Uint8Array.from(unsigned(count + items.length)),
    reader.rest(),
    Uint8Array.from(items.flat()),
  ]);
}

export function createReader(bytes: Uint8Array) {
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new Error('The WebAssembly module is cut short.');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const byte = (): number => take(1)[0] ?? 0;
  /** LEB128: seven bits a byte, the lowest first; the eighth says that more follow. */
  const unsigned = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = byte();
      value += (next & 0x7f) * 2 ** shift;
      if (next < 0x80) return value;
    }
  };
  return {
    atEnd: () => at === bytes.length,
    byte,
    unsigned,
    bytes: take,
    name: () => new TextDecoder().decode(take(unsigned())),
    rest: () => take(bytes.length - at),
  };
}

function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
