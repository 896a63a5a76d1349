import type { Tell } from './events.ts';
import { AuthorProblemsError, inReadingOrder, type Problem } from './problem.ts';

/** Collects the author's problems of one publication, tells each once, and stops the build when it is asked to. */
export class ProblemDesk {
  readonly #publication: string;
  readonly #allow: ReadonlySet<string>;
  readonly #tell: Tell;
  readonly #taken = new Map<string, Problem>();

  /** @param allow codes of problems that are warnings for this build, whatever they are otherwise */
  constructor(publication: string, allow: ReadonlySet<string>, tell: Tell) {
    this.#publication = publication;
    this.#allow = allow;
    this.#tell = tell;
  }

  /** A graph may run again after damage in the store; its problems are told once all the same. */
  take(found: readonly Problem[]): void {
    this.#take(found, this.#allow);
  }

  /**
   * Takes the problems that leave nothing to build, which no allowance helps.
   *
   * @throws AuthorProblemsError with all that was taken.
   */
  refuse(found: readonly Problem[]): never {
    this.#take(found, new Set());
    throw new AuthorProblemsError([...this.#taken.values()], { mayBeAllowed: false });
  }

  #take(found: readonly Problem[], allow: ReadonlySet<string>): void {
    for (const given of inReadingOrder(found)) {
      const problem: Problem = allow.has(given.code) ? { ...given, severity: 'warning' } : given;
      const key = JSON.stringify([problem.code, problem.place, problem.message]);
      if (this.#taken.has(key)) continue;
      this.#taken.set(key, problem);
      this.#tell({ type: 'problem', publication: this.#publication, problem });
    }
  }

  /** Everything that was taken, with the severity it has in this build. */
  all(): readonly Problem[] {
    return [...this.#taken.values()];
  }

  /** @throws AuthorProblemsError with all that was taken, if an error is among it. */
  stopOnErrors(): void {
    const all = this.all();
    if (all.some(({ severity }) => severity === 'error')) throw new AuthorProblemsError(all);
  }
}
