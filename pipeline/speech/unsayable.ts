import { UnsayableError, type SpeechRequest } from './engine.ts';
import { writtenWords } from './written-words.ts';

/**
 * Refuses a text that the voice would leave out, wholly or for the most part: silence in place of a sentence is a fault that
 * nobody hears. A foreign word among words that are heard passes.
 *
 * @param heard the words of the text that the voice says
 * @throws UnsayableError
 */
export function refuseUnsayable(request: SpeechRequest, heard: number): void {
  const written = writtenWords(request.text).length;
  if (heard > 0 && heard * 2 >= written) return;
  const excerpt = request.text.length > 60 ? `${request.text.slice(0, 60)}…` : request.text;
  throw new UnsayableError(
    written === 0
      ? `There is nothing to say in ${JSON.stringify(excerpt)}: it holds no letter and no digit.`
      : `The voice ${request.voice} cannot say ${JSON.stringify(excerpt)}: it has no sound for most of it. A voice that reads this script can.`,
  );
}
