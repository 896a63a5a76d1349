import type { PlacedFile } from '../events.ts';

/** "3 min 20 s"; "2 h 5 min" above an hour. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "840 B", "12 KB", "3.4 MB". */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function placedLine({ name, bytes, seconds }: PlacedFile): string {
  return `${name} (${size(bytes)}${seconds === undefined ? '' : `, ${duration(seconds)}`})`;
}
