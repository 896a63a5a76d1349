import type { BuildEvent, PlacedFile } from '../events.ts';

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

/** "Heard again: 41 utterances, 1.2 per cent of 702 words differ; 2 utterances to listen to." */
export function verifiedLine(event: Extract<BuildEvent, { type: 'verified' }>): string {
  const { utterances, unheard, words, errors, suspect } = event;
  const rate = ((errors / Math.max(words, 1)) * 100).toFixed(1);
  const others =
    unheard > 0 ? `; ${count(unheard, 'utterance')} not heard again (not in English, or not spoken)` : '';
  const listen = suspect > 0 ? `${count(suspect, 'utterance')} to listen to` : 'nothing to listen to';
  return `Heard again: ${count(utterances, 'utterance')}, ${rate} per cent of ${count(words, 'word')} differ${others}; ${listen}.`;
}

export const unchangedLine = 'Nothing has changed since the last build.';

/** "1 chapter", "3 chapters". */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
