import type { Part } from './part.ts';
import type { WordedScript, WordedUtterance } from './word-chapter.ts';

/** What a script can be printed with besides its words, where it is known. */
export type ScriptDetails = {
  /** Who speaks a part, where that is not the narrator. */
  readonly otherVoice?: (part: Part) => string | undefined;
  /** How an utterance sounds, in the voice's phonemes. */
  readonly phonemes?: (utterance: string) => string | undefined;
};

const roleWidth = 12;

/**
 * The script to read and review: a heading for every chapter, a line for every utterance, with its words as they are spoken.
 *
 *     text         In nineteen fourteen he called it {kokoro/ff_siwis: la belle époque}.
 *                  ɪn nˌIntˈin fˈɔɹtˌin …
 */
export function formatScript(script: WordedScript, details: ScriptDetails = {}): string {
  const chapters = script.chapters.map(({ title, utterances }) =>
    [`# ${title}`, '', ...utterances.flatMap((utterance) => linesOf(utterance, details))].join('\n'),
  );
  return `${chapters.join('\n\n')}\n`;
}

function linesOf({ id, role, parts }: WordedUtterance, details: ScriptDetails): readonly string[] {
  const said = parts.map((part) => {
    const voice = details.otherVoice?.(part);
    const words = voice === undefined || part.text === '' ? part.text : `{${voice}: ${part.text}}`;
    const silence = part.pauseSeconds === undefined ? '' : `(${part.pauseSeconds} s)`;
    return [words, silence].filter((piece) => piece !== '').join(' ');
  });
  const phonemes = details.phonemes?.(id);
  return [
    `${role.padEnd(roleWidth)} ${said.join(' ')}`,
    ...(phonemes === undefined ? [] : [`${' '.repeat(roleWidth)} ${phonemes}`]),
  ];
}
