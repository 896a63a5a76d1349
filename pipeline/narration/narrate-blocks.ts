import type { Block, CodeBlock, Figure, List, Note, Quotation } from '../document/model.ts';
import { narratePassage } from './narrate-passage.ts';
import { narrateTable } from './narrate-table.ts';
import type { Narration } from './narration.ts';
import { pauses } from './policy.ts';
import { spokenLanguage } from './words.ts';

export function narrateBlocks(blocks: readonly Block[], narration: Narration): void {
  for (const block of blocks) {
    const language = ('lang' in block ? block.lang : undefined) ?? narration.language;
    narrateBlock(block, language === narration.language ? narration : { ...narration, language });
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
    case 'break':
      return recorder.pause(pauses.thematicBreak);
    case 'group':
      return narrateBlocks(block.blocks, narration);
  }
}

function narrateList(list: List, narration: Narration): void {
  const { recorder, words } = narration;
  list.items.forEach((item, index) => {
    const about = { language: narration.language, about: item.id };
    if (list.ordered) {
      recorder.say({ ...about, role: 'label', text: `${(list.start ?? 1) + index}.` });
      recorder.pause(pauses.label);
    }
    if (item.checked !== undefined) {
      recorder.say({ ...about, role: 'label', text: item.checked ? words.done : words.open });
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
  });
  if (quotation.attribution) {
    recorder.pause(pauses.sentence);
    narratePassage(quotation.attribution, { ...narration, role: 'attribution' });
  }
  recorder.pause(pauses.block);
  speakDueNotes(narration);
}

/** "Figure.", what is to be seen, the caption, the credits, and the description for those who want its data. */
function narrateFigure(figure: Figure, narration: Narration): void {
  const { recorder, words, language } = narration;
  const says =
    figure.images.some(({ alt }) => alt !== '') ||
    figure.caption !== undefined ||
    figure.description !== undefined;
  if (!says) return;
  recorder.pause(pauses.block);
  recorder.say({ role: 'announcement', language, about: figure.id, text: words.figure });
  recorder.pause(pauses.label);
  for (const { id, alt } of figure.images) {
    recorder.say({ role: 'alternative', language, target: id, text: alt });
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

function narrateCode(code: CodeBlock, { recorder, words, settings, language }: Narration): void {
  if (settings.code === 'skip') return;
  recorder.pause(pauses.block);
  const lines = code.value.split('\n').filter((line) => line.trim() !== '');
  recorder.say({
    role: 'announcement',
    language,
    about: code.id,
    text: words.code(spokenLanguage(code.language), lines.length),
  });
  recorder.pause(pauses.label);
  // Line by line would cut what runs over lines; one utterance keeps one target for the whole block.
  if (settings.code === 'read')
    recorder.say({ role: 'code', language, target: code.id, text: lines.join('\n') });
  recorder.pause(pauses.block);
}

/** Speaks the notes whose references were passed, and the notes that those refer to. */
function speakDueNotes(narration: Narration): void {
  if (narration.settings.notes !== 'after-paragraph') return;
  for (let note = narration.due.shift(); note; note = narration.due.shift()) narrateNote(note, narration);
}

export function narrateNote(note: Note, narration: Narration): void {
  const { recorder, words, language } = narration;
  recorder.pause(pauses.paragraph);
  recorder.say({ role: 'label', language, about: note.id, text: words.note(note.number) });
  recorder.pause(pauses.label);
  narrateBlocks(note.blocks, { ...narration, role: 'note' });
  recorder.pause(pauses.paragraph);
}
