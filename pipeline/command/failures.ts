import { AuthorProblemsError } from '../problem.ts';
import { UnknownVoiceError } from '../speech/unknown-voice.ts';

/** What a run of the program ends with; documented in the README. */
export const exitCodes = { whole: 0, author: 1, usage: 2, world: 3, interrupted: 130 } as const;

/** Wrong words on the command line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function exitCodeOf(error: unknown, signal: AbortSignal): number {
  if (signal.aborted) return exitCodes.interrupted;
  if (error instanceof AuthorProblemsError) return exitCodes.author;
  const isUsage = error instanceof UsageError || error instanceof UnknownVoiceError;
  return isUsage ? exitCodes.usage : exitCodes.world;
}

/** A failure in a line or two: what was attempted, and why it did not work, down to the first cause. */
export function describeFailure(error: unknown): string {
  const lines: string[] = [];
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    const message = one.message.trim();
    // An outer message that quotes its cause need not be followed by it.
    if (message !== '' && !lines.some((line) => line.includes(message))) lines.push(message);
  }
  return lines.length > 0 ? lines.join('\n    because: ') : String(error);
}
