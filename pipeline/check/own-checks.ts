import type { Epub } from './epub/open-epub.ts';
import type { Finding } from './finding.ts';
import { checkOverlays, type OverlayOptions } from './overlay/check-overlays.ts';

export type OwnChecks = { readonly findings: readonly Finding[]; readonly note: string };

/** So many of one kind in one file are shown; the rest are counted. */
const mostAlike = 20;

/** What Lectern itself looks for in an EPUB that was opened. */
export async function runOwnChecks(epub: Epub, options: OverlayOptions = {}): Promise<OwnChecks> {
  const { pages, findings } = await checkOverlays(epub, options);
  return {
    findings: withoutFloods([...epub.findings, ...findings]),
    note: pages === 0 ? 'no read-aloud' : `read-aloud of ${pages} ${pages === 1 ? 'page' : 'pages'}`,
  };
}

/** A page without any clip would fill the screen; the last of those that are shown says how many are like it. */
function withoutFloods(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  const key = ({ code, place }: Finding): string => `${code} ${place?.path ?? ''}`;
  for (const one of findings) seen.set(key(one), (seen.get(key(one)) ?? 0) + 1);
  const shown = new Map<string, number>();
  return findings.flatMap((one): readonly Finding[] => {
    const number = (shown.get(key(one)) ?? 0) + 1;
    shown.set(key(one), number);
    const more = (seen.get(key(one)) ?? 0) - mostAlike;
    if (number > mostAlike) return [];
    return number < mostAlike || more <= 0
      ? [one]
      : [{ ...one, message: `${one.message} And ${more} more of this kind in this file.` }];
  });
}
