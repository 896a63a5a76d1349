import type { Block, Book, Passage, Sentence } from '../../document/model.ts';
import type { ReadAloud } from '../epub-input.ts';
import { wordSpansOf, type WordSpan } from './word-spans.ts';

/** The words that get elements of their own, by the sentences that they are in. */
export type WordsOfBook = ReadonlyMap<string, readonly WordSpan[]>;

export function wordsOfBook(book: Book, readAloud: ReadAloud | undefined): WordsOfBook {
  const heard = new Map(
    (readAloud?.pages ?? []).flatMap(({ segments }) =>
      segments.flatMap(({ target, heard: words }) => (words === undefined ? [] : [[target, words] as const])),
    ),
  );
  const found = new Map<string, readonly WordSpan[]>();
  if (heard.size === 0) return found;
  for (const { blocks, notes } of book.chapters) {
    for (const sentence of inBlocks([...blocks, ...notes.flatMap((note) => note.blocks)])) {
      const words = heard.get(sentence.id);
      const spans = words && wordSpansOf(sentence, words);
      if (spans !== undefined) found.set(sentence.id, spans);
    }
  }
  return found;
}

function* inBlocks(blocks: readonly Block[]): Generator<Sentence> {
  for (const block of blocks) yield* inBlock(block);
}

function* inBlock(block: Block): Generator<Sentence> {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      yield* block.sentences;
      return;
    case 'list':
      for (const { blocks } of block.items) yield* inBlocks(blocks);
      return;
    case 'quotation':
      yield* inBlocks(block.blocks);
      yield* inPassage(block.attribution);
      return;
    case 'figure':
      yield* inBlocks(block.caption ?? []);
      for (const credit of block.credits) yield* credit.sentences;
      yield* inPassage(block.description?.label);
      yield* inBlocks(block.description?.blocks ?? []);
      return;
    case 'table':
      yield* inBlocks(block.caption ?? []);
      for (const { cells } of [...block.head, ...block.body])
        for (const { blocks } of cells) yield* inBlocks(blocks);
      return;
    case 'aside':
      yield* inPassage(block.label);
      yield* inBlocks(block.blocks);
      return;
    case 'poem':
      yield* inPassage(block.title);
      yield* inBlocks(block.blocks);
      yield* inPassage(block.attribution);
      return;
    case 'stanza':
      for (const line of block.lines) yield* line.sentences;
      return;
    case 'notes':
      for (const note of block.notes) yield* inBlocks(note.blocks);
      return;
    case 'group':
      yield* inBlocks(block.blocks);
      return;
    default:
      return;
  }
}

function* inPassage(passage: Passage | undefined): Generator<Sentence> {
  if (passage) yield* passage.sentences;
}
