import { clock } from '../../clock.ts';

/** A full clock value (SMIL 3.0, Timing; EPUB 3.3, 9.3.2): 3 723 004 ms is "1:02:03.004". */
export function clockValue(milliseconds: number): string {
  return clock(milliseconds, '.').replace(/^0(?=\d:)/, '');
}
