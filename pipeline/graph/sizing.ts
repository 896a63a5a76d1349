import type { Cover } from '../epub/epub-input.ts';
import { estimateSeconds } from '../narration/estimate-seconds.ts';
import type { WordedScript } from '../narration/word-chapter.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import { entryOverhead, mostBytes, mostEntries } from '../zip/limits.ts';
import type { Reading } from './reading.ts';

/** What an EPUB will be, as far as it can be told before anything is spoken. */
export type EpubSize = {
  readonly files: number;
  /** Exactly, cover included. */
  readonly pictureBytes: number;
  /** About. */
  readonly soundSeconds: number;
  readonly soundBytes: number;
  readonly textBytes: number;
};

/** AAC at 64 kbit/s, which is what read-aloud is encoded with. */
const soundBytesASecond = 8000;
/** The times of an utterance in its overlay, packed. */
const overlayBytes = 60;
/** Beside the pages: media type, container, package, contents, NCX, style sheet, cover page, and what reads two of them aloud. */
const ownFiles = 12;

/** @param readAloud the script of all that is heard in the EPUB; left out where nothing is */
export function sizeOf({ publication, book }: Reading, cover: Cover, readAloud?: WordedScript): EpubSize {
  const utterances = (readAloud?.chapters ?? []).reduce((sum, { utterances: own }) => sum + own.length, 0);
  const soundSeconds = readAloud === undefined ? 0 : estimateSeconds(readAloud);
  const files = ownFiles + book.images.length + book.chapters.length * (readAloud === undefined ? 1 : 3);
  return {
    files,
    pictureBytes: [cover, ...book.images].reduce((sum, { blob }) => sum + blob.bytes, 0),
    soundSeconds,
    soundBytes: soundSeconds * soundBytesASecond,
    // Packed, a page takes no more than its Markdown.
    textBytes:
      publication.texts.reduce((sum, { markdown }) => sum + markdown.length, 0) +
      utterances * overlayBytes +
      files * entryOverhead,
  };
}

/**
 * Refuses what no EPUB holds, before any of the work that would be for nothing. What is estimated may be allowed: the book is
 * measured again when it is packed.
 *
 * @throws AuthorProblemsError
 */
export function refuseTooLarge(size: EpubSize, { publication }: Reading, desk: ProblemDesk): void {
  const place = { file: publication.metadataFile };
  const { files, pictureBytes, soundBytes, textBytes } = size;
  if (files > mostEntries) desk.refuse([problems.epubOfManyFiles(place, files, mostEntries)]);
  if (pictureBytes + soundBytes + textBytes <= mostBytes) return;
  const problem = problems.epubTooLarge(place, size);
  if (pictureBytes > mostBytes) desk.refuse([problem]);
  desk.take([problem]);
  desk.stopOnErrors();
}
