import { z } from 'zod';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import type { Part } from '../narration/part.ts';
import { lineSchema, wordsOf, type Line } from './line.ts';
import { pauseAfter } from './pause-after.ts';
import type { PronouncedWord } from './engine.ts';
import type { SpeechTools } from './tools.ts';

/** Who speaks what is in a language, or what the author gave to a voice by name. */
export type Role = {
  readonly language: string;
  readonly wanted?: string;
  /** The id of the voice that speaks it. */
  readonly voice: string;
  /** Whether the voice heeds a tempo. */
  readonly tempo: boolean;
  /** What the voice's phonemes depend on; undefined for a voice that takes text. */
  readonly pronouncer?: string;
};

/** One utterance to pronounce: its parts, and the tempo that its kind of text has. */
export type ToPronounce = { readonly id: string; readonly tempo: number; readonly parts: readonly Part[] };
export type PronounceInput = { readonly utterances: readonly ToPronounce[]; readonly cast: readonly Role[] };

/** A line, what its words voice in the utterance's written text, and the silence before what follows in the utterance. */
const placedLineSchema = z.strictObject({
  line: lineSchema,
  at: z.array(z.int().nonnegative()),
  pauseSeconds: z.number().nonnegative(),
});
export type PlacedLine = z.output<typeof placedLineSchema>;

export const pronouncedChapterSchema = z.strictObject({
  utterances: z.array(z.strictObject({ id: z.string(), lines: z.array(placedLineSchema) })),
  /** Words whose sound was worked out from their letters, as written, and how often they occur. */
  guessed: z.array(z.strictObject({ word: z.string(), phonemes: z.string(), times: z.int().positive() })),
});
export type PronouncedChapter = z.output<typeof pronouncedChapterSchema>;

/** Casts and pronounces a chapter: who says what, and, for voices that take phonemes, how every word sounds. */
export const pronounceChapter = defineStage({
  name: 'pronounce-chapter',
  version: 1,
  output: pronouncedChapterSchema,
  tools: ['speech'],
  run: async (
    { utterances, cast }: PronounceInput,
    { tools, signal, progress }: StageContext<{ readonly speech: SpeechTools }>,
  ): Promise<PronouncedChapter> => {
    const guessed = new Map<string, { word: string; phonemes: string; times: number }>();
    const pronounced: PronouncedChapter['utterances'] = [];
    for (const { id, tempo, parts } of utterances) {
      const lines: PlacedLine[] = [];
      for (const part of parts) {
        const role = roleOf(part, cast);
        const line = await lineOf(part, role, tempo, tools.speech, signal, guessed);
        // Silence before the first word of an utterance is that of the utterance before.
        const last = lines.at(-1);
        if (line !== undefined)
          lines.push({
            line,
            at: [...part.at],
            pauseSeconds: Math.max(part.pauseSeconds ?? 0, pauseAfter(part.text)),
          });
        else if (last !== undefined) last.pauseSeconds = Math.max(last.pauseSeconds, part.pauseSeconds ?? 0);
      }
      pronounced.push({ id, lines });
      progress(pronounced.length, utterances.length);
    }
    return { utterances: pronounced, guessed: [...guessed.values()] };
  },
});

export function roleOf({ language, voice }: Pick<Part, 'language' | 'voice'>, cast: readonly Role[]): Role {
  const found = cast.find((role) => role.language === language && role.wanted === voice);
  if (found === undefined) throw new Error(`Nobody was cast for “${language}” (${voice ?? 'the narrator'}).`);
  return found;
}

async function lineOf(
  part: Part,
  role: Role,
  tempo: number,
  speech: SpeechTools,
  signal: AbortSignal,
  guessed: Map<string, { word: string; phonemes: string; times: number }>,
): Promise<Line | undefined> {
  if (part.text === '') return undefined;
  const line: Line = {
    voice: role.voice,
    language: part.language,
    text: part.text,
    ...(role.tempo && tempo !== 1 && { tempo }),
  };
  if (role.pronouncer === undefined) return line;
  const words = wordsOf(part);
  const pronouncer = await speech.pronouncer(role.voice, part.language);
  const sounds = await pronouncer.pronounce(words, signal);
  sounds.forEach((sound, index) => {
    if (sound.source === 'guessed') count(words[index]?.text ?? '', sound, guessed);
  });
  return { ...line, phonemes: sounds.map(({ phonemes }) => phonemes).join(' ') };
}

function count(
  text: string,
  { phonemes }: PronouncedWord,
  guessed: Map<string, { word: string; phonemes: string; times: number }>,
): void {
  const bare = (marked: string): string => marked.replace(/^[^\p{L}\p{N}ˈˌ]+|[^\p{L}\p{M}\p{N}ː]+$/gu, '');
  const word = bare(text);
  const key = word.toLowerCase();
  const known = guessed.get(key);
  if (known) known.times += 1;
  else guessed.set(key, { word, phonemes: bare(phonemes), times: 1 });
}
