/** A stage failed: which, on what, and why. What it threw is the `cause`. */
export class StepError extends Error {
  override readonly name = 'StepError';
  readonly stage: string;
  readonly label: string;
  constructor(stage: string, label: string, cause: unknown) {
    super(`The stage “${stage}” failed${label === '' ? '' : ` on ${label}`}: ${messageOf(cause)}`, { cause });
    this.stage = stage;
    this.label = label;
  }
}

/** What an error says, or what else was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
