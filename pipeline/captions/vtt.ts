import { clock, millisecondsAt } from '../clock.ts';
import type { PlacedChapter } from './timed-text.ts';

/**
 * WebVTT (W3C, 4), chapter by chapter. Every cue names its speaker in a `<v>` span; chapters are noted before their cues.
 *
 * @param speaker as listeners are told: that the voice is synthetic belongs to it
 */
export function* vttPieces(
  chapters: readonly PlacedChapter[],
  sampleRate: number,
  speaker: string,
): Iterable<string> {
  yield 'WEBVTT\n';
  for (const { title, beginSample: offset, cues } of chapters) {
    yield `\nNOTE ${noteText(title)}\n`;
    for (const { beginSample, endSample, lines } of cues) {
      const [begin, end] = [beginSample, endSample].map((sample) =>
        clock(millisecondsAt(offset + sample, sampleRate), '.'),
      );
      yield `\n${begin} --> ${end}\n<v ${voiceName(speaker)}>${lines.map(escape).join('\n')}\n`;
    }
  }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An annotation ends at `>` and in no line break. */
function voiceName(speaker: string): string {
  return escape(speaker.replace(/\s+/g, ' ').trim());
}

/** A note is one line here, and must not look like a cue. */
function noteText(title: string): string {
  return title.replace(/\s+/g, ' ').replaceAll('-->', '→').trim();
}
