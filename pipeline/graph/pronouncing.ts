import type { Build } from '../engine/build.ts';
import type { WordedScript } from '../narration/word-chapter.ts';
import { tempos } from '../phrasing.ts';
import { pronounceChapter, type PronouncedChapter } from '../speech/pronounce-chapter.ts';
import type { SpeechTools } from '../speech/tools.ts';
import type { Cast } from './casting.ts';

/** How every word of the script sounds, chapter by chapter, in the order of the script. */
export function pronounceBook(
  build: Build<{ readonly speech: SpeechTools }>,
  script: WordedScript,
  { roles }: Cast,
): Promise<readonly PronouncedChapter[]> {
  return Promise.all(
    script.chapters.map(({ title, utterances }) =>
      build.step(
        pronounceChapter,
        {
          utterances: utterances.map(({ id, role, parts }) => ({ id, tempo: tempoOf(role), parts })),
          cast: roles,
        },
        { label: title },
      ),
    ),
  );
}

function tempoOf(role: string): number {
  return role === 'heading' || role === 'code' ? tempos[role] : tempos.other;
}
