import type { RandomAccess } from './random-access.ts';

/** A box of an MP4 file (ISO/IEC 14496-12, 4.2): its kind, and where its content lies. */
export type Box = { readonly kind: string; readonly start: number; readonly end: number };

/** The boxes between two places. What is cut off or says of itself that it is larger than what it lies in ends the list. */
export async function boxesIn(file: RandomAccess, start: number, end: number): Promise<readonly Box[]> {
  const boxes: Box[] = [];
  for (let offset = start; offset + 8 <= end;) {
    const head = await file.read(offset, 16);
    if (head.length < 8) break;
    const short = head.readUInt32BE(0);
    const kind = head.toString('latin1', 4, 8);
    // 1 stands for a size of 64 bits behind the kind, 0 for all that is left.
    if (short === 1 && head.length < 16) break;
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - offset : short;
    const headBytes = short === 1 ? 16 : 8;
    if (size < headBytes || offset + size > end) break;
    boxes.push({ kind, start: offset + headBytes, end: offset + size });
    offset += size;
  }
  return boxes;
}

/** The first box at the end of a path of kinds. */
export async function findBox(
  file: RandomAccess,
  within: Pick<Box, 'start' | 'end'>,
  ...kinds: readonly string[]
): Promise<Box | undefined> {
  let found: Pick<Box, 'start' | 'end'> | undefined = within;
  let box: Box | undefined;
  for (const kind of kinds) {
    box = found && (await boxesIn(file, found.start, found.end)).find((one) => one.kind === kind);
    found = box;
  }
  return box;
}
