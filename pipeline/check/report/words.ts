/** Numbers of a report in words. */

/** Such as `1 h 2 min 3 s`; a third of a second is `0.3 s`. */
export function durationInWords(seconds: number): string {
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return [hours > 0 ? `${hours} h` : '', hours > 0 || minutes > 0 ? `${minutes} min` : '', `${whole % 60} s`]
    .filter((part) => part !== '')
    .join(' ');
}

/** Such as `1:02:03`. */
export function clock(milliseconds: number): string {
  const whole = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** The minus sign is the real one: many screen readers pass over a hyphen. */
export function decibelsInWords(decibels: number): string {
  return `${String(decibels).replace('-', '−')} dB`;
}
