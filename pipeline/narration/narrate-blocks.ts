import type {
  Aside,
  Block,
  CodeBlock,
  Figure,
  List,
  MathBlock,
  Note,
  Poem,
  Quotation,
  Stanza,
} from '../document/model.ts';
import { noteNumberId, taskBoxId } from '../derived-ids.ts';
import { narratePassage } from './narrate-passage.ts';
import { narrateTable } from './narrate-table.ts';
import { announcer, type Narration } from './narration.ts';
import { pauses } from '../phrasing.ts';
import { spokenFormula } from './spoken-text.ts';
import { spokenLanguage } from './words.ts';

export function narrateBlocks(blocks: readonly Block[], narration: Narration): void {
  for (const block of blocks) {
    const language = ('lang' in block ? block.lang : undefined) ?? narration.language;
    const voice = ('voice' in block ? block.voice : undefined) ?? narration.voice;
    narrateBlock(block, { ...narration, language, voice });
  }
}

function narrateBlock(block: Block, narration: Narration): void {
  const { recorder } = narration;
  switch (block.type) {
    case 'heading':
      recorder.pause(pauses.beforeHeading);
      narratePassage(block, { ...narration, role: 'heading' });
      recorder.pause(block.rank === 1 ? pauses.afterChapterHeading : pauses.afterHeading);
      return speakDueNotes(narration);
    case 'paragraph':
      narratePassage(block, narration);
      recorder.pause(narration.role === 'cell' ? pauses.cell : pauses.paragraph);
      // A cell or caption is not interrupted: its notes wait for the end of the table or figure.
      return narration.role === 'text' || narration.role === 'item' || narration.role === 'quotation'
        ? speakDueNotes(narration)
        : undefined;
    case 'list':
      return narrateList(block, narration);
    case 'quotation':
      return narrateQuotation(block, narration);
    case 'figure':
      return narrateFigure(block, narration);
    case 'table':
      recorder.pause(pauses.block);
      narrateTable(block, narration);
      recorder.pause(pauses.block);
      return speakDueNotes(narration);
    case 'code':
      return narrateCode(block, narration);
    case 'math':
      return narrateMath(block, narration);
    case 'break':
      return recorder.pause(pauses.thematicBreak);
    case 'pause':
      return recorder.pause(block.seconds);
    case 'page':
      return;
    case 'aside':
      return narrateAside(block, narration);
    case 'poem':
      return narratePoem(block, narration);
    case 'stanza':
      return narrateStanza(block, narration);
    case 'notes':
      for (const note of block.notes) narrateNote(note, narration);
      return;
    case 'group':
      return narrateBlocks(block.blocks, narration);
  }
}

function narrateList(list: List, narration: Narration): void {
  const { recorder, words } = narration;
  list.items.forEach((item, index) => {
    const { language, voice } = narration;
    if (list.ordered) {
      const text = `${(list.start ?? 1) + index}.`;
      recorder.say({ role: 'label', language, voice, about: item.id, text });
      recorder.pause(pauses.label);
    }
    if (item.checked !== undefined) {
      const text = item.checked ? words.done : words.open;
      recorder.say({ role: 'label', ...announcer(narration), target: taskBoxId(item.id), text });
      recorder.pause(pauses.label);
    }
    narrateBlocks(item.blocks, narration.role === 'text' ? { ...narration, role: 'item' } : narration);
    recorder.pause(pauses.item);
  });
  recorder.pause(pauses.paragraph);
}

function narrateQuotation(quotation: Quotation, narration: Narration): void {
  const { recorder } = narration;
  recorder.pause(pauses.block);
  narrateBlocks(quotation.blocks, {
    ...narration,
    role: narration.role === 'text' ? 'quotation' : narration.role,
    voice: narration.voice ?? narration.settings.quotationVoice,
  });
  if (quotation.attribution) {
    recorder.pause(pauses.sentence);
    narratePassage(quotation.attribution, { ...narration, role: 'attribution' });
  }
  recorder.pause(pauses.block);
  speakDueNotes(narration);
}

/** What it is comes first, as it is shown. */
function narrateAside({ label, blocks }: Aside, narration: Narration): void {
  const { recorder } = narration;
  recorder.pause(pauses.block);
  if (label) {
    narratePassage(label, { ...narration, role: 'label' });
    recorder.pause(pauses.paragraph);
  }
  narrateBlocks(blocks, narration);
  recorder.pause(pauses.block);
  speakDueNotes(narration);
}

function narratePoem({ title, blocks, attribution }: Poem, narration: Narration): void {
  const { recorder } = narration;
  recorder.pause(pauses.block);
  if (title) {
    narratePassage(title, { ...narration, role: 'label' });
    recorder.pause(pauses.afterHeading);
  }
  narrateBlocks(blocks, narration);
  if (attribution) narratePassage(attribution, { ...narration, role: 'attribution' });
  recorder.pause(pauses.block);
  speakDueNotes(narration);
}

/** Line by line: where a line of verse ends is heard. */
function narrateStanza({ lines }: Stanza, narration: Narration): void {
  const { recorder } = narration;
  for (const line of lines) {
    narratePassage(line, narration);
    recorder.pause(pauses.verseLine);
  }
  recorder.pause(pauses.stanza);
}

/** "Figure.", what is to be seen, the caption, the credits, and the description for those who want its data. */
function narrateFigure(figure: Figure, narration: Narration): void {
  const { recorder, words, language, voice } = narration;
  const says =
    figure.images.some(({ alt }) => alt !== '') ||
    figure.caption !== undefined ||
    figure.description !== undefined;
  if (!says) return;
  recorder.pause(pauses.block);
  recorder.say({ role: 'announcement', ...announcer(narration), about: figure.id, text: words.figure });
  recorder.pause(pauses.label);
  for (const { id, alt } of figure.images) {
    recorder.say({ role: 'alternative', language, voice, target: id, text: alt });
    recorder.pause(pauses.sentence);
  }
  narrateBlocks(figure.caption ?? [], { ...narration, role: 'caption' });
  for (const credit of figure.credits) {
    narratePassage(credit, { ...narration, role: 'credit' });
    recorder.pause(pauses.sentence);
  }
  if (figure.description) {
    recorder.pause(pauses.paragraph);
    narratePassage(figure.description.label, { ...narration, role: 'label' });
    recorder.pause(pauses.paragraph);
    narrateBlocks(figure.description.blocks, { ...narration, role: 'description' });
  }
  recorder.pause(pauses.block);
  speakDueNotes(narration);
}

function narrateMath(formula: MathBlock, { recorder, language, voice, role }: Narration): void {
  recorder.pause(pauses.paragraph);
  recorder.say({ role, language, voice, target: formula.id, ...spokenFormula(formula) });
  recorder.pause(pauses.paragraph);
}

function narrateCode(code: CodeBlock, narration: Narration): void {
  const { recorder, words, settings, language, voice } = narration;
  if (settings.code === 'skip') return;
  recorder.pause(pauses.block);
  const lines = code.value.split('\n').filter((line) => line.trim() !== '');
  recorder.say({
    role: 'announcement',
    ...announcer(narration),
    // Where the code itself is not read, its announcement stands for it.
    ...(settings.code === 'announce' ? { target: code.id } : { about: code.id }),
    text: words.code(spokenLanguage(code.language), lines.length),
  });
  recorder.pause(pauses.label);
  // Line by line would cut what runs over lines; one utterance keeps one target for the whole block.
  if (settings.code === 'read')
    recorder.say({ role: 'code', language, voice, target: code.id, text: lines.join('\n') });
  recorder.pause(pauses.block);
}

/** Speaks the notes whose references were passed, and the notes that those refer to. */
function speakDueNotes(narration: Narration): void {
  if (narration.settings.notes !== 'after-paragraph') return;
  for (let note = narration.due.shift(); note; note = narration.due.shift()) narrateNote(note, narration);
}

/** By the narrator and in the publication's language, whatever text refers to it: it is no part of that. */
export function narrateNote(note: Note, narration: Narration): void {
  const { recorder, words, bookLanguage: language } = narration;
  recorder.pause(pauses.paragraph);
  recorder.say({ role: 'label', language, target: noteNumberId(note.id), text: words.note(note.number) });
  recorder.pause(pauses.label);
  narrateBlocks(note.blocks, { ...narration, role: 'note', language, voice: undefined });
  recorder.pause(pauses.paragraph);
}
