import type { Json } from '../engine/json.ts';
import type { Tool } from '../engine/stage.ts';
import type { SpeechEngine, Voice } from './engine.ts';
import { createFliteEngine } from './flite/engine.ts';
import { festival } from './system/festival.ts';
import { macos } from './system/macos.ts';
import { createSystemEngine } from './system/engine.ts';
import { windows } from './system/windows.ts';
import { findVoice } from './voices.ts';

/** A voice and the engine that has it, as a tool of the stage that speaks. */
export type VoiceTool = Tool & { readonly voice: Voice; readonly engine: SpeechEngine };

export type SpeechTools = {
  /** Every voice that can speak here, engine after engine, the default voice first. */
  voices(): Promise<readonly Voice[]>;
  /**
   * @param name an id (`flite/rms`) or a name that only one engine has (`rms`); without one the default voice
   * @throws UnknownVoiceError
   */
  voice(name?: string): Promise<VoiceTool>;
  dispose(): Promise<void>;
};

/** The same on every platform, so that a book sounds alike wherever it is built. */
export const defaultVoice = 'flite/rms';

const systemPrograms = { linux: festival, darwin: macos, win32: windows } as const;

/** All engines that may speak on a platform. None starts a process before it is asked for something. */
export function openEngines(
  jobs: number,
  platform: NodeJS.Platform = process.platform,
): readonly SpeechEngine[] {
  const flite = createFliteEngine({ jobs });
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32') return [flite];
  return [flite, createSystemEngine(systemPrograms[platform], { jobs })];
}

/**
 * @param options.jobs how many utterances are spoken at once, each in a process of its own
 * @param options.engines in place of those of this platform
 */
export function createSpeechTools(options: {
  readonly jobs: number;
  readonly engines?: readonly SpeechEngine[];
}): SpeechTools {
  const engines = options.engines ?? openEngines(options.jobs);

  const voicesOf = async (some: readonly SpeechEngine[]): Promise<readonly Voice[]> =>
    (await Promise.all(some.map((engine) => engine.voices()))).flat();

  async function voice(name: string = defaultVoice): Promise<VoiceTool> {
    // Where the id names the engine, the others need not look for theirs: that takes a process.
    const named = engines.filter((engine) => name.startsWith(`${engine.name}/`));
    const among = await voicesOf(named);
    const found = among.find(({ id }) => id === name) ?? findVoice(name, await voicesOf(engines));
    const engine = engines.find((one) => one.name === found.engine);
    if (engine === undefined) throw new Error(`The voice ${found.id} names an engine that has not got it.`);
    const identity: Json = { voice: found.id, engine: await engine.identity(found) };
    return { identity, voice: found, engine };
  }

  return {
    voices: () => voicesOf(engines),
    voice,
    dispose: async () => {
      await Promise.all(engines.map((engine) => engine.dispose()));
    },
  };
}
