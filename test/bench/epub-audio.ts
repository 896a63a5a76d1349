/**
 * The memory of packing and checking an EPUB with a gigabyte of read-aloud: 50 chapters of 42 minutes; and of two
 * chapters of ten hours each.
 *
 *     npm run bench -- epub-audio
 */
import { packAloud } from '../helpers/pack-aloud.ts';

for (const { chapters, megabytes } of [
  { chapters: 50, megabytes: 0.1 },
  { chapters: 50, megabytes: 20 },
  { chapters: 2, megabytes: 288 },
]) {
  const { bytes, packedMegabytes, checkedMegabytes, packedSeconds, checkedSeconds, findings } =
    await packAloud(chapters, megabytes * 1e6);
  const hours = (bytes / 8000 / 3600).toFixed(1);
  console.log(`${chapters} chapters, ${(bytes / 1e6).toFixed(0)} MB, ${hours} hours of read-aloud`);
  console.log(`  packed   ${packedSeconds.toFixed(1)} s, at most ${packedMegabytes.toFixed(0)} MB of memory`);
  console.log(`  checked  ${checkedSeconds.toFixed(1)} s, at most ${checkedMegabytes.toFixed(0)} MB, ${findings.length} findings`); // prettier-ignore
  if (Math.max(packedMegabytes, checkedMegabytes) > 400) throw new Error('More than 400 MB of memory.');
}
