import type { Place, Problem } from './problem.ts';
import { problems } from './problems.ts';

/**
 * Problems that a book which conforms does not have, whether or not they were allowed. The others are what the book mends by
 * itself, or hints that only a person can judge.
 */
const against: ReadonlySet<string> = new Set(
  [
    problems.imageWithoutAlt,
    problems.imageAltEmpty,
    problems.altIsFileName,
    problems.linkWithoutWords,
    problems.tableWithoutHeaders,
    problems.languageMissing,
    problems.languageUnknown,
    problems.languageTagWrong,
    problems.languageOfScript,
    problems.imageMissing,
    problems.imageRemote,
  ].map(({ code }) => code),
);

/** What among the author's problems stands against a claim of conformance, in words with their place. */
export function standingAgainst(found: readonly Problem[]): readonly string[] {
  return found
    .filter(({ code }) => against.has(code))
    .map(
      ({ place, message }) =>
        `${[place.file, place.line].filter((part) => part !== undefined).join(':')}: ${message}`,
    );
}

/**
 * The problem of a claim that is not true: conformance is a person's word, and is not passed on while a check fails.
 *
 * @param claim as the metadata hold it; without one there is nothing to refuse
 * @param failures what failed, in words: of `standingAgainst`, and of the checkers of the finished EPUB
 */
export function refusedClaim(
  claim: { readonly conformsTo: string } | undefined,
  place: Place,
  failures: readonly string[],
): readonly Problem[] {
  return claim === undefined || failures.length === 0
    ? []
    : [problems.claimRefused(place, claim.conformsTo, failures)];
}
