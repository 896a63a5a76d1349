/**
 * Ids of what Lectern itself shows beside the author's text, made of the document's ids. Narration voices these places and the
 * EPUB shows them, so both must name them alike.
 */

/** Of a note's number, where the note stands. */
export const noteNumberId = (note: string): string => `${note}-number`;
/** Of the box before a task. */
export const taskBoxId = (item: string): string => `${item}-box`;
/** Of the line in the contents that leads to a chapter or section. */
export const contentsEntryId = (id: string): string => `contents-${id}`;
export const contentsTitleId = 'contents-title';
/** Of the heading of a list on the contents page. */
export const listTitleId = (kind: string): string => `contents-title-${kind}`;
export const coverImageId = 'cover-picture';
/** Of a word in a sentence, counted from 1. */
export const wordId = (sentence: string, word: number): string => `${sentence}-w${word}`;

/** Pages that are no chapters, where chapters are told apart by their ids. No chapter's id has a colon. */
export const addedPages = { cover: 'lectern:cover', contents: 'lectern:contents' } as const;
