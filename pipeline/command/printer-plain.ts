import type { BuildEvent } from '../events.ts';
import { formatProblem, oneLine } from './format-problem.ts';
import type { Printer, Streams } from './printer.ts';
import { Progress } from './progress.ts';
import { timeLeft, type Estimate } from './time-left.ts';
import { count, placedLine, unchangedLine, verifiedLine } from './words.ts';

/**
 * Whole lines in words, never drawn over: for screen readers, logs and pipes. A line for each thing that begins or ends,
 * and one every ten per cent of what takes long.
 */
export function plainPrinter({ out, err }: Streams): Printer {
  const progress = new Progress();
  let told = new Map<string, number>();
  const estimates = new Map<string, Estimate>();
  const line = (text: string): void => void err.write(`${oneLine(text)}\n`);
  return {
    print: (event: BuildEvent) => {
      progress.take(event);
      if (event.type === 'opened') {
        told = new Map();
        estimates.clear();
        line(`${event.publication}: building “${event.title}”.`);
      } else if (event.type === 'problem') err.write(`${formatProblem(event.problem)}\n`);
      else if (event.type === 'noted') line(`${event.publication}: ${event.note}`);
      else if (event.type === 'unchanged') line(`${event.publication}: ${unchangedLine}`);
      else if (event.type === 'planned') {
        const speech = event.utterances > 0 ? `, ${count(event.utterances, 'utterance')} to speak` : '';
        const voice = event.voice === undefined ? '' : ` in the voice ${event.voice}`;
        line(`${event.publication}: ${count(event.chapters, 'chapter')}${speech}${voice}.`);
      } else if (event.type === 'verified') {
        tellProgress(event.publication);
        line(`${event.publication}: ${verifiedLine(event)}`);
      } else if (event.type === 'placed') {
        for (const file of event.files) out.write(`${event.folder}/${placedLine(file)}\n`);
      } else {
        if (event.type === 'step' && event.step.type === 'retried')
          line(`${event.publication}: trying again: ${event.step.reason}`);
        tellProgress(event.publication);
      }
    },
    fail: (message) => void err.write(`${message}\n`),
    end: () => undefined,
  };

  function tellProgress(publication: string): void {
    for (const { name, done, total, recalled } of progress.tasks()) {
      const left = timeLeft(estimates, { name, done, total }, performance.now());
      const tenths = total > 0 ? Math.floor((done / total) * 10) : 0;
      const before = told.get(name) ?? 0;
      if (tenths <= before) continue;
      told.set(name, tenths);
      const remembered = recalled > 0 && tenths === 10 ? ` (${recalled} remembered)` : '';
      line(
        `${publication}: ${name.toLowerCase().replace(/\bm4b\b|\bmp3\b|\bepub\b/g, (word) => word.toUpperCase())} ${tenths * 10} per cent${remembered}${left === undefined ? '' : `, ${left}`}.`,
      );
    }
  }
}
