import { createLogUpdate } from 'log-update';
import type { BuildEvent } from '../events.ts';
import { formatProblem, oneLine } from './format-problem.ts';
import type { Printer, Streams } from './printer.ts';
import { Progress, type Task } from './progress.ts';
import { timeLeft, type Estimate } from './time-left.ts';
import { placedLine, unchangedLine, verifiedLine } from './words.ts';

const redrawMilliseconds = 100;

/**
 * For a terminal: what is done stays as lines, what is under way is drawn below them, with counts and how long it may
 * take still. Never wider than the terminal.
 */
export function terminalPrinter({ err }: Pick<Streams, 'err'>, columns: () => number): Printer {
  const progress = new Progress();
  const draw = createLogUpdate(err, { showCursor: true });
  const estimates = new Map<string, Estimate>();
  let lastDrawn = 0;
  const keep = (text: string): void => {
    draw.clear();
    err.write(`${text}\n`);
  };
  const redraw = (now: number): void => {
    if (now - lastDrawn < redrawMilliseconds) return;
    lastDrawn = now;
    const lines = progress
      .tasks()
      .filter(({ done, total }) => done < total)
      .map((task) => taskLine(task, estimates, now));
    draw(lines.map((line) => fit(line, columns())).join('\n'));
  };
  return {
    print: (event: BuildEvent) => {
      progress.take(event);
      if (event.type === 'opened') {
        estimates.clear();
        keep(bold(oneLine(event.title)));
      } else if (event.type === 'problem') keep(formatProblem(event.problem));
      else if (event.type === 'noted') keep(`  ${oneLine(event.note)}`);
      else if (event.type === 'unchanged') keep(`  ${unchangedLine}`);
      else if (event.type === 'placed')
        keep([`  ${event.folder}/`, ...event.files.map((file) => `    ${placedLine(file)}`)].join('\n'));
      else if (event.type === 'verified') keep(`  ${verifiedLine(event)}`);
      else if (event.type === 'installing') redraw(performance.now());
      else if (event.type === 'step') {
        if (event.step.type === 'retried') keep(`  Trying again: ${oneLine(event.step.reason)}`);
        redraw(performance.now());
      }
    },
    fail: keep,
    end: () => {
      draw.clear();
      draw.done();
    },
  };
}

function taskLine(
  { name, done, total, recalled }: Task,
  estimates: Map<string, Estimate>,
  now: number,
): string {
  const left = timeLeft(estimates, { name, done, total }, now);
  const amount =
    total > 1 && (name === 'Speaking' || name === 'Hearing again')
      ? `${done} of ${total}`
      : `${Math.floor((done / Math.max(total, 1)) * 100)} %`;
  const remembered = recalled > 0 ? ` (${recalled} remembered)` : '';
  const soon = left === undefined ? '' : `, ${left}`;
  return `  ${name.padEnd(14)} ${bar(done / Math.max(total, 1))} ${amount}${remembered}${soon}`;
}

function bar(share: number): string {
  const filled = Math.round(share * 20);
  return `${'━'.repeat(filled)}${'─'.repeat(20 - filled)}`;
}

function fit(line: string, columns: number): string {
  return line.length < columns ? line : `${line.slice(0, Math.max(columns - 2, 0))}…`;
}

function bold(text: string): string {
  return `\u001B[1m${text}\u001B[22m`;
}
