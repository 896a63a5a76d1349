import type { Tool } from '../engine/stage.ts';
import type { Pronouncer, SpeechEngine, Voice } from './engine.ts';
import { findVoice } from './voices.ts';

/** All voices of this machine, as a tool of the stages that pronounce and speak. */
export type SpeechTools = Tool & {
  /** Every voice that can speak here, or could when installed, engine after engine, the default voice's first. */
  voices(): Promise<readonly Voice[]>;
  /**
   * @param name an id (`flite/rms`), a name that only one engine has (`rms`), or `draft`; without one the default voice
   * @throws UnknownVoiceError
   */
  voice(name?: string): Promise<Voice>;
  /** @param voice its id */
  engineOf(voice: string): SpeechEngine;
  /**
   * @param voice its id
   * @throws Error where the voice takes text, or lacks what that language needs
   */
  pronouncer(voice: string, language: string): Promise<Pronouncer>;
  /** Ends what waits for more to speak, and the memory that it holds. The next request starts it again. */
  rest(): Promise<void>;
  dispose(): Promise<void>;
};

export const defaultVoice = 'kokoro/af_heart';
/** Quick, in the package itself, and plainly a machine: to check a book by. */
export const draftVoice = 'flite/rms';

/** @param engines that of the default voice first. None starts a process before it is asked for something. */
export function createSpeechTools(engines: readonly SpeechEngine[]): SpeechTools {
  const voicesOf = async (some: readonly SpeechEngine[]): Promise<readonly Voice[]> =>
    (await Promise.all(some.map((engine) => engine.voices()))).flat();

  function engineOf(voice: string): SpeechEngine {
    const engine = engines.find(({ name }) => voice.startsWith(`${name}/`));
    if (engine === undefined) throw new Error(`No engine has the voice ${voice}.`);
    return engine;
  }

  async function voice(name: string = defaultVoice): Promise<Voice> {
    const wanted = name === 'draft' ? draftVoice : name;
    // Where the id names the engine, the others need not look for theirs: that takes a process.
    const among = await voicesOf(engines.filter((engine) => wanted.startsWith(`${engine.name}/`)));
    return among.find(({ id }) => id === wanted) ?? findVoice(wanted, await voicesOf(engines));
  }

  const pronouncers = new Map<string, Promise<Pronouncer>>();

  async function openPronouncer(id: string, language: string): Promise<Pronouncer> {
    const pronouncer = await engineOf(id).pronouncer?.(await voice(id), language);
    if (pronouncer === undefined) throw new Error(`The voice ${id} cannot pronounce “${language}” here.`);
    return pronouncer;
  }

  return {
    // Which voice speaks is in the input of each stage, with that voice's identity.
    identity: 'the voices that the input names',
    voices: () => voicesOf(engines),
    voice,
    engineOf,
    pronouncer: (id, language) => {
      const key = `${id} ${language}`;
      const open = pronouncers.get(key) ?? openPronouncer(id, language);
      pronouncers.set(key, open);
      return open;
    },
    rest: async () => {
      await Promise.all(engines.map(async (engine) => engine.rest?.()));
    },
    dispose: async () => {
      await Promise.all(engines.map((engine) => engine.dispose()));
    },
  };
}
