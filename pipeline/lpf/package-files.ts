import type { BlobRef } from '../engine/blob.ts';
import type { LpfChapter, LpfInput, LpfText } from './lpf-input.ts';

/** A file of the package that is not written here, by the name it has there. */
export type PackageFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly blob: BlobRef;
};

export type PackageChapter = {
  readonly chapter: LpfChapter;
  readonly audio: PackageFile;
  readonly texts: readonly PackageFile[];
};

export type PackageFiles = {
  readonly chapters: readonly PackageChapter[];
  readonly cover?: PackageFile;
};

/** The names that LPF prescribes, in the root (2.2). */
export const manifestName = 'publication.json';
export const entryPageName = 'index.html';

const endings: Readonly<
  Record<LpfChapter['mediaType'] | LpfText['mediaType'] | 'image/jpeg' | 'image/png', string>
> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'opus',
  'text/html': 'html',
  'text/vtt': 'vtt',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** Gives every file a name that any system can hold, and that sorts in reading order. */
export function packageFiles({ chapters, cover }: LpfInput): PackageFiles {
  const digits = Math.max(2, String(chapters.length).length);
  return {
    chapters: chapters.map((chapter, index) => {
      const stem = String(index + 1).padStart(digits, '0');
      const { audio, mediaType, texts = [] } = chapter;
      return {
        chapter,
        audio: { name: `audio/${stem}.${endings[mediaType]}`, mediaType, blob: audio },
        texts: texts.map(({ text, mediaType: type }) => ({
          name: `text/${stem}.${endings[type]}`,
          mediaType: type,
          blob: text,
        })),
      };
    }),
    ...(cover && {
      cover: {
        name: `cover.${endings[cover.mediaType]}`,
        mediaType: cover.mediaType,
        blob: cover.image,
      },
    }),
  };
}
