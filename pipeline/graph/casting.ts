import type { WordedScript } from '../narration/word-chapter.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import type { Voice } from '../speech/engine.ts';
import type { Role } from '../speech/pronounce-chapter.ts';
import type { SpeechTools } from '../speech/tools.ts';
import { UnknownVoiceError } from '../speech/unknown-voice.ts';
import { speaks } from '../speech/voices.ts';
import type { Publication } from '../source/publication.ts';

/** Who speaks in a publication. */
export type Cast = {
  /** Whose sample rate the audio has. */
  readonly narrator: Voice;
  readonly roles: readonly Role[];
  /** Every voice in the roles, each once, the narrator first. */
  readonly voices: readonly Voice[];
};

/** A language that has to be spoken, by a voice that the author named or by the narrator; and the first text in it. */
export type WantedPart = { readonly language: string; readonly voice?: string; readonly text: string };

/**
 * Gives every language and every voice of the script to a voice that is here, or could be installed. A passage in a language
 * that the narrator lacks goes to a voice that has it; where there is none, the author is told what to install.
 *
 * @param wanted the narrator, where the command line names one
 * @param parts what the script asks for: `wantedParts`
 * @throws UnknownVoiceError for a narrator that does not exist
 */
export async function castBook(
  speech: SpeechTools,
  wanted: string | undefined,
  { metadataFile, metadata: { language }, settings }: Publication,
  parts: readonly WantedPart[],
  desk: ProblemDesk,
): Promise<Cast> {
  const place = { file: metadataFile };
  const narrator = await speech.voice(wanted ?? settings.narration.voice);
  if (!speaks(narrator, language)) {
    desk.take([problems.languageNotSpoken(place, language, narrator.id)]);
    desk.stopOnErrors();
  }
  const roles: Role[] = [];
  const voices = new Map([[narrator.id, narrator]]);
  const unspoken = new Set<string>();
  for (const part of parts) {
    const named =
      part.voice === undefined ? narrator : await namedVoice(speech, part.voice, desk, place, narrator);
    const voice = await voiceFor(speech, part.language, named);
    if (!speaks(voice, part.language) && !unspoken.has(part.language)) {
      unspoken.add(part.language);
      desk.take([problems.passageNotSpoken(place, part.language, voice.id, part.text.slice(0, 60))]);
    }
    voices.set(voice.id, voice);
    roles.push(await roleFor(speech, voice, part));
  }
  return { narrator, roles, voices: [...voices.values()] };
}

/** One part for each pair of language and voice that the script asks for. */
export function wantedParts(script: WordedScript): readonly WantedPart[] {
  const found = new Map<string, WantedPart>();
  for (const { utterances } of script.chapters)
    for (const { parts } of utterances)
      for (const { language, voice, text } of parts) {
        const key = `${language} ${voice ?? ''}`;
        if (!found.has(key)) found.set(key, { language, text, ...(voice !== undefined && { voice }) });
      }
  return [...found.values()];
}

async function namedVoice(
  speech: SpeechTools,
  name: string,
  desk: ProblemDesk,
  place: { readonly file: string },
  narrator: Voice,
): Promise<Voice> {
  try {
    return await speech.voice(name);
  } catch (error) {
    if (!(error instanceof UnknownVoiceError)) throw error;
    desk.take([problems.voiceUnknown(place, name)]);
    return narrator;
  }
}

/** The voice itself where it has the language; else one of its own engine, else any that has; else itself after all. */
async function voiceFor(speech: SpeechTools, language: string, voice: Voice): Promise<Voice> {
  if (speaks(voice, language)) return voice;
  const able = (await speech.voices()).filter((one) => speaks(one, language));
  const exact = able.filter(({ languages }) => languages.includes(language));
  const best = [...exact, ...able];
  return best.find(({ engine }) => engine === voice.engine) ?? best[0] ?? voice;
}

async function roleFor(
  speech: SpeechTools,
  voice: Voice,
  { language, voice: wanted }: { readonly language: string; readonly voice?: string },
): Promise<Role> {
  const engine = speech.engineOf(voice.id);
  const pronouncer =
    engine.pronouncer === undefined
      ? undefined
      : JSON.stringify((await speech.pronouncer(voice.id, language)).identity);
  return {
    language,
    ...(wanted !== undefined && { wanted }),
    voice: voice.id,
    tempo: engine.tempo,
    ...(pronouncer !== undefined && { pronouncer }),
  };
}
