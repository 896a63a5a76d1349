import type { Finding } from '../../pipeline/check/finding.ts';

/** A finding as a failed test shows it: how grave, which, what is wrong, and where. */
export function inOneLine({ severity, code, message, place }: Finding): string {
  const where = [place?.path, place?.line, place?.column].filter((part) => part !== undefined).join(':');
  return `${severity} ${code} ${message.slice(0, 500)} (${where})`;
}
