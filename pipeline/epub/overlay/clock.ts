/** A full clock value (SMIL 3.0, Timing; EPUB 3.3, 9.3.2): 3 723 004 ms is "1:02:03.004". */
export function clockValue(milliseconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = Math.floor(milliseconds / 1000);
  const rest = String(milliseconds % 1000).padStart(3, '0');
  return `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`;
}
