/** Whether this processor multiplies 8-bit numbers faster, and without overflow, than float32. */
import { readFileSync } from 'node:fs';

/** On x86: VNNI or AMX; without them pairs of products are summed in 16 bits, which can overflow. On ARM: SDOT or I8MM. */
const features = /\b(?:avx512_vnni|avx_vnni|avx_vnni_int8|amx_int8|asimddp|i8mm)\b/;

/** True only where it is known: Linux says it, and every ARM processor that runs macOS has it. */
export function processorHas8Bit(): boolean {
  if (process.platform === 'darwin') return process.arch === 'arm64';
  if (process.platform !== 'linux') return false;
  try {
    return tells8Bit(readFileSync('/proc/cpuinfo', 'utf8'));
  } catch {
    return false;
  }
}

/** The text of /proc/cpuinfo, where a line lists the features: "flags" on x86, "Features" on ARM. */
export function tells8Bit(cpuinfo: string): boolean {
  const lists = cpuinfo.split('\n').filter((line) => /^(?:flags|Features)\s*:/.test(line));
  return lists.length > 0 && lists.every((list) => features.test(list));
}
