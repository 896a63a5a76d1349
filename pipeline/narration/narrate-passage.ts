import type { Passage } from '../document/model.ts';
import type { Narration } from './narration.ts';
import { pauses } from '../phrasing.ts';
import { joinSpoken, plainly, type Spoken } from './spoken.ts';
import { noteReferencesIn, spokenText } from './spoken-text.ts';

/** One utterance a sentence. `before` is said with the first. */
export function narratePassage(passage: Passage, narration: Narration, before: Spoken = plainly('')): void {
  const { recorder, role } = narration;
  const language = passage.lang ?? narration.language;
  const voice = passage.voice ?? narration.voice;
  passage.sentences.forEach(({ id, children }, index) => {
    if (index > 0) recorder.pause(pauses.sentence);
    const own = spokenText(children);
    const spoken = index === 0 && own.text !== '' ? joinSpoken(before, own) : own;
    recorder.say({ role, language, voice, target: id, ...spoken });
    for (const { note } of noteReferencesIn(children)) {
      const found = narration.notes.get(note);
      if (!found) continue;
      narration.notes.delete(note);
      narration.due.push(found);
    }
  });
}
