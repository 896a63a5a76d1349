import { readFile } from 'node:fs/promises';
import { wordEnglish } from '../../../pipeline/narration/english/word-english.ts';
import { finishSpeech } from '../../../pipeline/speech/finish-speech.ts';
import { recogniserInstallation } from '../../../pipeline/speech/install/recogniser-installation.ts';
import { createKokoroEngine } from '../../../pipeline/speech/kokoro/engine.ts';
import { processorHas8Bit } from '../../../pipeline/speech/kokoro/graph/processor.ts';
import { pronounceWords } from '../../../pipeline/speech/pronounce-words.ts';
import { openRecogniser } from '../../../pipeline/speech/recogniser/open-recogniser.ts';
import { createSpeechTools, defaultVoice } from '../../../pipeline/speech/tools.ts';
import { installedKokoro, installedRecogniser, testHome } from '../../helpers/test-home.ts';

export type Listener = {
  /** Speaks a written English text as a build would, in the default voice, and gives what the recogniser hears. */
  hear(text: string): Promise<string>;
  /** In seconds, of all that was spoken. */
  spoken(): number;
  dispose(): Promise<void>;
};

const jobs = 2;

/** Kokoro as the command line opens it, and the recogniser, in two processes each. */
export async function openListener(): Promise<Listener> {
  const kokoro = await installedKokoro(processorHas8Bit() ? 'close' : 'exact');
  await installedRecogniser();
  const speech = createSpeechTools([
    createKokoroEngine({
      jobs,
      files: () => Promise.resolve(kokoro),
      install: () => Promise.resolve(),
      downloadBytes: () => Promise.resolve(0),
      espeak: () => Promise.resolve(undefined),
    }),
  ]);
  const recogniser = openRecogniser({
    jobs,
    installation: recogniserInstallation({ home: await testHome() }),
  });
  const { signal } = new AbortController();
  const voice = { language: 'en', voice: defaultVoice };
  let seconds = 0;
  return {
    hear: async (text) => {
      const words = wordEnglish(text, { language: 'en', fixed: [], off: [] });
      const sounds = await pronounceWords(speech, defaultVoice, 'en', words, signal);
      const said = await speech.engineOf(defaultVoice).synthesize({ ...sounds, ...voice }, signal);
      const sound = finishSpeech(said);
      seconds += sound.pcm.byteLength / 2 / sound.sampleRate;
      return recogniser.hear(sound, signal);
    },
    spoken: () => seconds,
    dispose: async () => {
      await Promise.all([speech.dispose(), recogniser.dispose()]);
    },
  };
}

/** The lines of a file among the fixtures of speech, empty ones left out. */
export async function fixtureLines(name: string): Promise<readonly string[]> {
  const text = await readFile(new URL(`../../fixtures-speech/${name}`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}
