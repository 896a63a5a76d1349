import { planScript, type PlannedScript } from '../build.ts';
import { formatScript } from '../narration/format-script.ts';
import { roleOf } from '../speech/pronounce-chapter.ts';
import { findAll, parseAllowed } from './build-command.ts';
import { plainPrinter } from './printer-plain.ts';
import { openSpeech, openWorkStore, type SpeechCommandOptions } from './workplace.ts';

export type ScriptCommandOptions = SpeechCommandOptions & {
  readonly allow?: string;
  readonly voice?: string;
  readonly phonemes?: boolean;
  readonly json?: boolean;
};

/** `lectern script`: prints what would be spoken, and by whom; problems go to standard error. */
export async function scriptCommand(
  paths: readonly string[],
  options: ScriptCommandOptions,
  signal: AbortSignal,
): Promise<void> {
  const allow = parseAllowed(options.allow);
  const { print } = plainPrinter({ out: process.stdout, err: process.stderr });
  const store = await openWorkStore(process.env);
  const speech = openSpeech({ ...options, jobs: 1 }, process.env);
  try {
    for (const found of await findAll(paths)) {
      const planned = await planScript(found, {
        store,
        signal,
        allow,
        tell: print,
        voice: options.voice,
        speech,
        phonemes: options.phonemes === true,
      });
      process.stdout.write(options.json ? `${JSON.stringify(planned)}\n` : describe(planned));
    }
  } finally {
    await speech.dispose();
  }
}

function describe({ script, cast, pronounced }: PlannedScript): string {
  const phonemes = new Map(
    pronounced?.flatMap(({ utterances }) =>
      utterances.map(
        ({ id, lines }) => [id, lines.map(({ line }) => line.phonemes ?? '').join(' ')] as const,
      ),
    ),
  );
  const body = formatScript(script, {
    otherVoice: (part) => {
      const { voice } = roleOf(part, cast.roles);
      return voice === cast.narrator.id ? undefined : voice;
    },
    phonemes: (id) => phonemes.get(id) || undefined,
  });
  return `Voice: ${cast.narrator.id}\n\n${body}${pronounced ? guessedWords(pronounced) : ''}`;
}

/** The words to look at first: what is not in the dictionary, the most frequent first. */
function guessedWords(pronounced: NonNullable<PlannedScript['pronounced']>): string {
  const counts = new Map<string, { readonly word: string; readonly phonemes: string; times: number }>();
  for (const { guessed } of pronounced)
    for (const { word, phonemes, times } of guessed) {
      const key = word.toLowerCase();
      const known = counts.get(key);
      if (known) known.times += times;
      else counts.set(key, { word, phonemes, times });
    }
  if (counts.size === 0) return '\n# Words guessed from their letters\n\nNone.\n';
  const words = [...counts.values()].sort((a, b) => b.times - a.times || a.word.localeCompare(b.word, 'en'));
  const width = Math.max(...words.map(({ word }) => word.length));
  const lines = words.map(({ word, phonemes, times }) =>
    `${String(times).padStart(5)} × ${word.padEnd(width)}  ${phonemes}`.trimEnd(),
  );
  return `\n# Words guessed from their letters\n\n${lines.join('\n')}\n`;
}
