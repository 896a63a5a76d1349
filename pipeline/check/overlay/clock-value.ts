/** How many seconds a unit of a timecount has (SMIL 3.0, Timing and Synchronization, 5.4.1). */
const units: Readonly<Record<string, number>> = { h: 3600, min: 60, s: 1, ms: 0.001 };

/** Seconds of a clock value: `1:02:03.5`, `02:03.5`, `12.5s`, `250ms`, `12`. Undefined where it is none. */
export function parseClock(written: string): number | undefined {
  const value = written.trim();
  const count = /^(\d+(?:\.\d+)?)(h|min|s|ms)?$/.exec(value);
  if (count) return Number(count[1]) * (units[count[2] ?? 's'] ?? 1);
  const clock = /^(?:(\d+):)?([0-5]\d):([0-5]\d(?:\.\d+)?)$/.exec(value);
  return clock ? Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) : undefined;
}

/** "1:02:03.5", for people. */
export function showSeconds(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const rest = (milliseconds % 60_000) / 1000;
  const two = (number: number): string => String(number).padStart(2, '0');
  const minutes = Math.floor(milliseconds / 60_000);
  const ofMinute = rest.toFixed(3).replace(/\.?0+$/, '');
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest < 10 ? '0' : ''}${ofMinute}`;
}
