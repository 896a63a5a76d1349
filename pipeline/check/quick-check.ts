import { openEpub } from './epub/open-epub.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './own-finding.ts';
import { runOwnChecks } from './own-checks.ts';
import { runEpubcheckTs } from './programs/epubcheck-ts.ts';

/**
 * What is checked in every build: a path, or the bytes. No other program runs, and a damaged file is a finding.
 *
 * @throws Error where there is no such file, or it cannot be read.
 */
export function quickCheck(source: string | Uint8Array): Promise<readonly Finding[]> {
  return findingsOf(async () => {
    const epub = await openEpub(source);
    try {
      const { findings } = await runOwnChecks(epub);
      // What our own checks dare not unpack nobody unpacks.
      if (findings.some(({ code }) => code === 'too-much-inside')) return findings;
      return [...findings, ...(await findingsOf(() => runEpubcheckTs(source, epub)))];
    } finally {
      epub.archive.close();
    }
  });
}
