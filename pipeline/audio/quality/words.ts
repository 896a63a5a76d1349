/** Levels in words. The minus sign is the real one: many screen readers pass over a hyphen. */

export type Unit = 'LUFS' | 'dBTP' | 'dB';

/** Such as `−18.02 LUFS`. */
export function inUnit(value: number, unit: Unit): string {
  return `${inNumber(value)} ${unit}`;
}

/** Such as `−18.5 to −17.5 LUFS`, or `at most −1 dBTP`. */
export function wantedInWords(
  { atLeast, atMost }: { readonly atLeast?: number; readonly atMost?: number },
  unit: Unit,
): string {
  if (atLeast !== undefined && atMost !== undefined) return `${inNumber(atLeast)} to ${inUnit(atMost, unit)}`;
  if (atMost !== undefined) return `at most ${inUnit(atMost, unit)}`;
  return atLeast === undefined ? 'anything' : `at least ${inUnit(atLeast, unit)}`;
}

export function inNumber(value: number): string {
  return String(Math.round(value * 100) / 100 + 0).replace('-', '−');
}
