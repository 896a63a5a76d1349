/** Times as people and programs read them. */

/** `hh:mm:ss.mmm`, the hours with as many digits as they need. WebVTT and Ogg part the milliseconds by a point, SRT by a comma. */
export function clock(milliseconds: number, point: '.' | ','): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${two(hours)}:${two(minutes)}:${two(seconds % 60)}${point}${String(milliseconds % 1000).padStart(3, '0')}`;
}

/** For people: `7:05`, `1:02:09`. */
export function shortClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** A sample of the whole book in milliseconds, rounded once. */
export function millisecondsAt(sample: number, sampleRate: number): number {
  return Math.round((sample * 1000) / sampleRate);
}
