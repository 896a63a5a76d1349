import { passagesOf, type BlockOf } from './transcript.ts';
import type { PlacedChapter } from './timed-text.ts';

/** Everything that is heard, as it is written: a paragraph a block, an empty line between them, headings in lines of their own. */
export function* transcriptTextPieces(
  chapters: readonly PlacedChapter[],
  blockOf: BlockOf,
): Iterable<string> {
  let isFirst = true;
  for (const chapter of chapters) {
    for (const { utterances, role } of passagesOf(chapter, blockOf)) {
      const text = utterances
        .map((utterance) => utterance.text.replace(role === 'code' ? /$^/ : /\s+/g, ' '))
        .join(' ');
      yield `${isFirst ? '' : '\n'}${text}\n`;
      isFirst = false;
    }
  }
}
