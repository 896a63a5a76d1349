import type { Passage } from '../document/model.ts';
import type { Narration } from './narration.ts';
import { pauses } from './policy.ts';
import { noteReferencesIn, spokenText } from './spoken-text.ts';

/** One utterance a sentence. */
export function narratePassage(passage: Passage, narration: Narration, before = ''): void {
  const { recorder, role } = narration;
  const language = passage.lang ?? narration.language;
  passage.sentences.forEach(({ id, children }, index) => {
    if (index > 0) recorder.pause(pauses.sentence);
    const text = spokenText(children);
    recorder.say({ role, language, target: id, text: index === 0 && text !== '' ? before + text : text });
    for (const { note } of noteReferencesIn(children)) {
      const found = narration.notes.get(note);
      if (!found) continue;
      narration.notes.delete(note);
      narration.due.push(found);
    }
  });
}
