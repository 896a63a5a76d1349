import { clock, millisecondsAt } from '../clock.ts';
import type { PlacedChapter } from './timed-text.ts';

/** SubRip: numbered cues with their lines as they are. It has no escapes; an arrow that would look like a cue's is another one. */
export function* srtPieces(chapters: readonly PlacedChapter[], sampleRate: number): Iterable<string> {
  let number = 0;
  for (const { beginSample: offset, cues } of chapters) {
    for (const { beginSample, endSample, lines } of cues) {
      number += 1;
      const [begin, end] = [beginSample, endSample].map((sample) =>
        clock(millisecondsAt(offset + sample, sampleRate), ','),
      );
      yield `${number > 1 ? '\n' : ''}${number}\n${begin} --> ${end}\n${lines.map((line) => line.replaceAll('-->', '→')).join('\n')}\n`;
    }
  }
}
