/** The real Kokoro, asked as the pipeline asks it: worded, pronounced, spoken. */
import type { Speech, SpeechEngine, SpeechRequest } from '../../../pipeline/speech/engine.ts';
import { createKokoroEngine, type KokoroFiles } from '../../../pipeline/speech/kokoro/engine.ts';
import { processorHas8Bit } from '../../../pipeline/speech/kokoro/graph/processor.ts';
import { installedKokoro } from '../../helpers/test-home.ts';
import { requestEnglish } from '../request-english.ts';

let files: Promise<KokoroFiles> | undefined;

/** In its fast setting where the processor is made for it; installed when it is first asked for something. */
export function openKokoro(jobs = 2): SpeechEngine {
  return createKokoroEngine({
    jobs,
    // Every utterance asks for them, and whether they are whole is looked at once.
    files: () => (files ??= installedKokoro(processorHas8Bit() ? 'fast' : 'exact')),
    install: () => Promise.resolve(),
    downloadBytes: () => Promise.resolve(0),
    espeak: () => Promise.resolve(undefined),
  });
}

export async function speakEnglish(
  engine: SpeechEngine,
  voice: string,
  written: string,
): Promise<{ readonly request: SpeechRequest; readonly speech: Speech }> {
  const request = await requestEnglish(engine, voice, written);
  return { request, speech: await engine.synthesize(request, new AbortController().signal) };
}
