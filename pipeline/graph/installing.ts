import type { Tell } from '../events.ts';
import type { SpeechTools } from '../speech/tools.ts';
import type { Cast } from './casting.ts';

/** Fetches what the cast's voices still need, before a word is spoken. Another voice is never taken instead. */
export async function installVoices(
  speech: SpeechTools,
  { voices }: Cast,
  publication: string,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: Tell },
): Promise<void> {
  const missing = new Set(voices.filter(({ needs }) => needs?.installed === false).map(({ id }) => id));
  const engines = new Set([...missing].map((id) => speech.engineOf(id)));
  for (const engine of engines) {
    await engine.install?.({
      signal,
      progress: (doneBytes, totalBytes) => {
        tell({ type: 'installing', publication, what: engine.name, doneBytes, totalBytes });
      },
    });
  }
}
