import { boxesIn, findBox, type Box } from './mp4-boxes.ts';
import type { RandomAccess } from './random-access.ts';

/** A header of more is none. */
const mostHeaderBytes = 1024 * 1024;

/**
 * How long the sound of an MP4 file plays, in seconds: as its edit list says, which leaves out what the encoder put before
 * and after, else as long as its media are. Undefined where it has no sound, or comes in fragments.
 */
export async function mp4Seconds(file: RandomAccess): Promise<number | undefined> {
  const movie = await findBox(file, { start: 0, end: file.bytes }, 'moov');
  const movieHeader = movie && (await findBox(file, movie, 'mvhd'));
  if (!movie || !movieHeader) return undefined;
  const { timescale } = timesOf(await content(file, movieHeader)) ?? {};
  for (const track of (await boxesIn(file, movie.start, movie.end)).filter(({ kind }) => kind === 'trak')) {
    const handler = await findBox(file, track, 'mdia', 'hdlr');
    // Version and flags, a field that is 0, and then the kind of media (8.4.3).
    if (!handler || (await content(file, handler)).toString('latin1', 8, 12) !== 'soun') continue;
    const header = await findBox(file, track, 'mdia', 'mdhd');
    const media = header && timesOf(await content(file, header));
    if (!media || media.timescale === 0) return undefined;
    const list = await findBox(file, track, 'edts', 'elst');
    const edited = list && editedUnits(await content(file, list));
    if (edited !== undefined && edited > 0 && timescale !== undefined && timescale > 0)
      return edited / timescale;
    return media.duration > 0 ? media.duration / media.timescale : undefined;
  }
  return undefined;
}

async function content(file: RandomAccess, { start, end }: Box): Promise<Buffer> {
  return file.read(start, Math.min(end - start, mostHeaderBytes));
}

/** `mvhd` and `mdhd` begin alike: version and flags, two dates, units a second, length in units (8.2.2, 8.4.2). */
function timesOf(header: Buffer): { readonly timescale: number; readonly duration: number } | undefined {
  const isLong = header[0] === 1;
  if (header.length < (isLong ? 32 : 20)) return undefined;
  return isLong
    ? { timescale: header.readUInt32BE(20), duration: Number(header.readBigUInt64BE(24)) }
    : { timescale: header.readUInt32BE(12), duration: header.readUInt32BE(16) };
}

/** The length of all edits together, in units of the movie (8.6.6). */
function editedUnits(list: Buffer): number | undefined {
  if (list.length < 8) return undefined;
  const isLong = list[0] === 1;
  const entryBytes = isLong ? 20 : 12;
  const count = list.readUInt32BE(4);
  if (list.length < 8 + count * entryBytes) return undefined;
  let units = 0;
  for (let index = 0; index < count; index++) {
    const offset = 8 + index * entryBytes;
    units += isLong ? Number(list.readBigUInt64BE(offset)) : list.readUInt32BE(offset);
  }
  return units;
}
