/**
 * Who made a temporary file: its name begins with the owner, so that what a killed process left can be told from
 * what a living one still writes. Process numbers mean something only where they were given: the same machine and,
 * in containers, the same process namespace.
 */
import { randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { sha256 } from './digest.ts';
import { codeOf } from './store-error.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;
const ownedName = /^([0-9a-f]{12})-(\d+)-[0-9a-f]{16}$/;
const here = sha256(`${hostname()} ${processNamespace()}`).slice(0, 12);

/** A new name that says which process owns it. */
export function ownedFileName(): string {
  return `${here}-${process.pid}-${randomBytes(8).toString('hex')}`;
}

/**
 * Whether a name made by `ownedFileName` can be removed: its process has ended, or ran elsewhere, where this process
 * cannot see whether it lives, and left it unchanged for a day. Any other name is not ours to remove.
 */
export function isAbandoned(name: string, ageMilliseconds: number): boolean {
  const [, place, pid] = ownedName.exec(name) ?? [];
  if (place === undefined) return false;
  return place === here ? !isAlive(Number(pid)) : ageMilliseconds > dayMilliseconds;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0); // Signal 0 only asks.
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM'; // Alive, and someone else's.
  }
}

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return ''; // Not Linux: one namespace a machine.
  }
}
