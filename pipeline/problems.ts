import { z } from 'zod';

/** Where in the author's files a problem lies. Lines and columns count from 1; columns in UTF-16 code units. */
export const placeSchema = z.strictObject({
  file: z.string(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
});
export type Place = z.output<typeof placeSchema>;

/** Something that the author can mend. Errors stop the build before anything in output/ changes; warnings do not. */
export const problemSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  place: placeSchema,
  message: z.string(),
  remedy: z.string(),
});
export type Problem = z.output<typeof problemSchema>;

type Wording<A extends readonly unknown[]> = (place: Place, ...details: A) => Problem;

function error<A extends readonly unknown[]>(code: string, message: (...details: A) => string, remedy: (...details: A) => string): Wording<A> {
  return (place, ...details) => ({ code, severity: 'error', place, message: message(...details), remedy: remedy(...details) });
}
function warning<A extends readonly unknown[]>(code: string, message: (...details: A) => string, remedy: (...details: A) => string): Wording<A> {
  return (place, ...details) => ({ ...error(code, message, remedy)(place, ...details), severity: 'warning' });
}

/** Every problem an author can cause, with its wording and its remedy. */
export const problems = {
  // source
  noPublication: error('no-publication', (path: string) => `There is nothing to publish at ${path}.`, () => 'Name a Markdown file, or a folder that holds Markdown files.'),
} as const;

/** Raised by `build` when errors are among the problems; holds all of them. */
export class AuthorProblemsError extends Error {
  override readonly name = 'AuthorProblemsError';
  readonly problems: readonly Problem[];
  constructor(found: readonly Problem[]) {
    const errors = found.filter((problem) => problem.severity === 'error').length;
    super(`${errors} ${errors === 1 ? 'error' : 'errors'} in the publication's files.`);
    this.problems = found;
  }
}
