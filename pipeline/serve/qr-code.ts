import { encode } from 'uqr';

/** Black on white whatever the terminal's own colours are: many readers know nothing else. */
const [blackOnWhite, ownColours] = ['\u001B[30;107m', '\u001B[0m'];

/** Two rows of the code to a line: a letter is twice as high as it is wide. */
const halves = { '00': ' ', '10': '▀', '01': '▄', '11': '█' } as const;

/** A QR code for a terminal, a line each, with the quiet border of four modules that ISO/IEC 18004 asks for. */
export function qrLines(text: string): readonly string[] {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  const lines: string[] = [];
  for (let row = 0; row < data.length; row += 2) {
    const above = data[row] ?? [];
    const below = data[row + 1] ?? [];
    const cells = above.map((dark, column) => halves[`${bit(dark)}${bit(below[column] ?? false)}`]);
    lines.push(`${blackOnWhite}${cells.join('')}${ownColours}`);
  }
  return lines;
}

function bit(dark: boolean): 0 | 1 {
  return dark ? 1 : 0;
}
