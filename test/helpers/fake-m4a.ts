/** An MP4 file of any size whose index says how long it sounds. Nothing can be heard of it: it is for what reads no sound. */
export async function* fakeM4a(bytes: number, seconds: number): AsyncGenerator<Uint8Array> {
  const head = Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0isom', 'latin1')),
    box(
      'moov',
      box('mvhd', times(1000, seconds)),
      box('trak', box('mdia', box('mdhd', times(44_100, seconds)), box('hdlr', Buffer.from('\0\0\0\0\0\0\0\0soun', 'latin1')))),
    ),
  ]); // prettier-ignore
  const sound = bytes - head.length;
  const start = Buffer.alloc(8);
  start.writeUInt32BE(sound);
  start.write('mdat', 4, 'latin1');
  yield head;
  yield start;
  const piece = Buffer.alloc(65_536, 'no sound at all, ');
  for (let left = sound - start.length; left > 0; left -= piece.length) {
    yield piece.subarray(0, left);
    await Promise.resolve();
  }
}

/** `mvhd` and `mdhd` begin alike: version and flags, two dates, units a second, length in units. */
function times(unitsASecond: number, seconds: number): Buffer {
  const content = Buffer.alloc(24);
  content.writeUInt32BE(unitsASecond, 12);
  content.writeUInt32BE(Math.round(seconds * unitsASecond), 16);
  return content;
}

function box(kind: string, ...contents: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(contents.reduce((sum, { length }) => sum + length, 8));
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, ...contents]);
}
