import type { SpeechEngine } from './engine.ts';
import { createFliteEngine } from './flite/engine.ts';
import { createKokoroEngine, type KokoroOptions } from './kokoro/engine.ts';
import { createSystemEngine } from './system/engine.ts';
import { espeak } from './system/espeak.ts';
import { festival } from './system/festival.ts';
import { macos } from './system/macos.ts';
import { windows } from './system/windows.ts';

const systemPrograms = { linux: festival, darwin: macos, win32: windows } as const;

/** All engines that may speak on a platform, that of the default voice first. None starts a process before it is asked for something. */
export function openEngines(
  options: KokoroOptions,
  platform: NodeJS.Platform = process.platform,
): readonly SpeechEngine[] {
  const { jobs } = options;
  const everywhere = [createKokoroEngine(options), createFliteEngine({ jobs })];
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32') return everywhere;
  const systems = [systemPrograms[platform], espeak].map((program) => createSystemEngine(program, { jobs }));
  return [...everywhere, ...systems];
}
