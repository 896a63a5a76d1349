import type { Finding } from '../finding.ts';
import { UnreadableError } from '../own-finding.ts';

/** What cannot be read is one finding, and the rest is looked at all the same. */
export async function readOrTell<R>(
  act: (text: string, path: string) => R,
  text: Promise<string>,
  path: string,
  findings: Finding[],
): Promise<R | undefined> {
  try {
    return act(await text, path);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    findings.push(error.finding);
    return undefined;
  }
}
