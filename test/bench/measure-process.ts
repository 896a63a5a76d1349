/** A program's wall time and the most memory that it and its children held at once, on Linux. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const hasBash = spawnSync('bash', ['--version'], { stdio: 'ignore' }).status === 0;

export type Measured = {
  readonly wallSeconds: number;
  /** User and system time of all its processes; undefined where there is no bash to tell it. */
  readonly cpuSeconds: number | undefined;
  /** Of all its processes together, in 10⁶ bytes, what several of them share counted once; undefined where there is no /proc. */
  readonly megabytes: number | undefined;
  /** The end of what it printed. */
  readonly printed: string;
};

/** @throws Error with what it printed, where it fails. */
export async function measureProcess(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Measured> {
  const began = performance.now();
  // Bash counts what processes took that are gone by then; Node tells of itself alone.
  const timed = ['-c', 'TIMEFORMAT="%3U %3S"; time "$@" 2>&1', 'bash', program, ...args];
  const [command, given] = hasBash ? ['bash', timed] : [program, args];
  const child = spawn(command, given, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let times = '';
  child.stdout.on('data', (piece: Buffer) => (printed = (printed + piece.toString()).slice(-2000)));
  child.stderr.on('data', (piece: Buffer) => (times += piece.toString()));
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, residentBytes(child.pid ?? 0));
  }, 50);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  }).finally(() => {
    clearInterval(look);
  });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${printed}${times}`);
  const [user = NaN, system = NaN] = times.trim().split(/\s+/).slice(-2).map(Number);
  return {
    wallSeconds: (performance.now() - began) / 1000,
    cpuSeconds: Number.isNaN(user + system) ? undefined : user + system,
    megabytes: most === 0 ? undefined : most / 1e6,
    printed,
  };
}

function residentBytes(root: number): number {
  try {
    const stats = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ');
          return [{ pid: Number(name), parent: Number(fields[1]) }];
        } catch {
          return [];
        }
      });
    const family = new Set([root]);
    for (let before = 0; before !== family.size;) {
      before = family.size;
      for (const { pid, parent } of stats) if (family.has(parent)) family.add(pid);
    }
    return stats.reduce((sum, { pid }) => sum + (family.has(pid) ? ownBytes(pid) : 0), 0);
  } catch {
    return 0;
  }
}

/** A process's proportional share: of a page that four processes have, such as a program's code, each counts a quarter. */
function ownBytes(pid: number): number {
  try {
    const kilobytes = /^Pss: +(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
