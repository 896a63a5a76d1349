/** Numbers as MP4 files write them: the most significant byte first. */

export function u16(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, 2 * index);
  return bytes;
}

export function u32(...values: readonly number[]): Uint8Array {
  return table32(values);
}

export function u64(value: number): Uint8Array {
  return table64([value]);
}

/** Of any length: a call takes no more than some ten thousand arguments. */
export function table32(values: ArrayLike<number>): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  for (let index = 0; index < values.length; index++) bytes.writeUInt32BE(values[index] as number, 4 * index);
  return bytes;
}

export function table64(values: ArrayLike<number>): Uint8Array {
  const bytes = Buffer.alloc(8 * values.length);
  for (let index = 0; index < values.length; index++)
    bytes.writeBigUInt64BE(BigInt(values[index] as number), 8 * index);
  return bytes;
}

export function fits32(value: number): boolean {
  return value <= 0xffff_ffff;
}
