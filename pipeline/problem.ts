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

type Severity = Problem['severity'];
type Words<A extends readonly unknown[]> = (...details: A) => string;

/** A kind of problem: what is told of each, from its details. */
export function problem<A extends readonly unknown[]>(
  severity: Severity,
  code: string,
  message: Words<A>,
  remedy: Words<A>,
) {
  const make = (place: Place, ...details: A): Problem => ({
    code,
    severity,
    place,
    message: message(...details),
    remedy: remedy(...details),
  });
  return Object.assign(make, { code });
}

/** In the order in which an author meets them: file by file as first mentioned, from top to bottom. */
export function inReadingOrder(found: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(found.map(({ place }) => place.file))];
  const rank = ({ place }: Problem): readonly number[] => [
    files.indexOf(place.file),
    place.line ?? 0,
    place.column ?? 0,
  ];
  return found
    .map((problem) => ({ problem, rank: rank(problem) }))
    .sort((a, b) => a.rank.reduce((order, own, index) => order || own - (b.rank[index] ?? 0), 0))
    .map(({ problem }) => problem);
}

/** Raised by `build` when errors are among the problems; holds all of them. */
export class AuthorProblemsError extends Error {
  override readonly name = 'AuthorProblemsError';
  readonly problems: readonly Problem[];
  /** Whether the publication could be built if its errors were taken for warnings. */
  readonly mayBeAllowed: boolean;
  constructor(found: readonly Problem[], { mayBeAllowed = true }: { readonly mayBeAllowed?: boolean } = {}) {
    const errors = found.filter(({ severity }) => severity === 'error').length;
    super(`${errors} ${errors === 1 ? 'error' : 'errors'} in the publication's files.`);
    this.problems = found;
    this.mayBeAllowed = mayBeAllowed;
  }
}
