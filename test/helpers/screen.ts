/** A terminal as far as Lectern uses one: what stands on its screen after some output, and how wide it ever was. */
export class Screen {
  readonly columns: number;
  readonly #lines: string[] = [''];
  #row = 0;
  #column = 0;

  constructor(columns: number) {
    this.columns = columns;
  }

  /** The screen's lines, without what is empty at its end. */
  get text(): string {
    return this.#lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd();
  }

  /** @throws Error at a control that this terminal does not know: then nothing can be said about the screen. */
  write(output: string): void {
    for (const [piece] of output.matchAll(/\u001B\[[\d;?]*[A-Za-z]|[\s\S]/gu)) {
      if (piece.length > 2 && piece.startsWith('\u001B')) this.#obey(piece);
      else if (piece === '\r') this.#column = 0;
      else if (piece === '\n') this.#to(this.#row + 1);
      else if (piece < ' ' || piece === '\u007F')
        throw new Error(`The terminal does not know ${JSON.stringify(piece)}.`);
      else this.#put(piece);
    }
  }

  #put(letter: string): void {
    if (this.#column === this.columns) {
      this.#column = 0;
      this.#to(this.#row + 1);
    }
    const line = (this.#lines[this.#row] ?? '').padEnd(this.#column);
    this.#lines[this.#row] = line.slice(0, this.#column) + letter + line.slice(this.#column + letter.length);
    this.#column += letter.length;
  }

  #obey(control: string): void {
    const kind = control.at(-1);
    const number = Number(/\d+/.exec(control)?.[0] ?? (kind === 'K' || kind === 'J' ? 0 : 1));
    if (kind === 'A') this.#row = Math.max(0, this.#row - number);
    else if (kind === 'B') this.#to(this.#row + number);
    else if (kind === 'G') this.#column = number - 1;
    else if (kind === 'K')
      this.#lines[this.#row] = number === 2 ? '' : (this.#lines[this.#row] ?? '').slice(0, this.#column);
    else if (kind === 'J' && number === 0) {
      this.#lines[this.#row] = (this.#lines[this.#row] ?? '').slice(0, this.#column);
      this.#lines.length = this.#row + 1;
    } else if (kind !== 'm' && kind !== 'h' && kind !== 'l')
      throw new Error(`The terminal does not know ${JSON.stringify(control)}.`);
  }

  #to(row: number): void {
    while (this.#lines.length <= row) this.#lines.push('');
    this.#row = row;
  }
}
