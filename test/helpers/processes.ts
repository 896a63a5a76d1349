import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** The processes that were started with this LECTERN_HOME, whoever their parent is now, each by its command. Linux alone. */
export function processesOf(home: string): readonly string[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
      if (!environment.includes(`LECTERN_HOME=${home}`)) return [];
      return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`];
    } catch {
      return []; // It has ended meanwhile, or is another's.
    }
  });
}

/** Those that are left after at most `seconds`. */
export async function processesLeft(home: string, seconds: number): Promise<readonly string[]> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const left = processesOf(home);
    if (left.length === 0 || Date.now() >= end) return left;
    await setTimeout(25);
  }
}
