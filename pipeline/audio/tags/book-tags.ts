/** What the tags of an audio file say of the book, whatever the file. */
export type BookTags = {
  readonly title: string;
  /** Of what the file is a part: the book, where the title is a chapter's. */
  readonly album?: string;
  /** Which part it is, from 1. */
  readonly track?: { readonly number: number; readonly of: number };
  /** As the title is sorted, where that differs: without its article. */
  readonly titleSort?: string;
  readonly subtitle?: string;
  readonly authors: readonly string[];
  /** As the authors are sorted: "Francis, Diane; Doe, Jane". */
  readonly authorsSort?: string;
  /** Says already that the voice is synthetic. */
  readonly narrator?: string;
  readonly publisher?: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date?: string;
  readonly description?: string;
  readonly rights?: string;
  /** BCP 47. */
  readonly language: string;
  readonly series?: { readonly name: string; readonly position?: string };
  /** Ten or thirteen digits, without hyphens. */
  readonly isbn?: string;
  readonly subjects?: readonly string[];
};
