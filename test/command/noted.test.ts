import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { plainPrinter } from '../../pipeline/command/printer-plain.ts';
import { terminalPrinter } from '../../pipeline/command/printer-terminal.ts';

function stream(): { readonly written: () => string; readonly stream: Writable } {
  let text = '';
  const sink = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      text += piece.toString();
      done();
    },
  });
  return { stream: sink, written: () => text };
}

test('what is good to know is told in one line, in words and on a terminal', () => {
  const event = { type: 'noted', publication: 'my-book', note: 'No feed for “A\nB”.' } as const;
  const [plain, drawn] = [stream(), stream()];
  plainPrinter({ out: stream().stream, err: plain.stream }).print(event);
  const terminal = terminalPrinter({ err: drawn.stream }, () => 80);
  terminal.print(event);
  terminal.end();
  expect(plain.written()).toBe('my-book: No feed for “A B”.\n');
  expect(drawn.written()).toContain('  No feed for “A B”.\n');
});
