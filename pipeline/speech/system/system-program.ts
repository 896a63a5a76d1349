import type SayPlatformBase from 'say/platform/base.js';
import type { Json } from '../../engine/json.ts';
import type { Voice } from '../engine.ts';

/** What differs between the speech programs of operating systems. */
export type SystemProgram = {
  /** The first part of its voices' ids. */
  readonly engine: string;
  /** What has to be installed, for messages. */
  readonly needs: string;
  readonly deterministic: boolean;
  readonly longestText: number;
  /** A platform of the package `say` with its own commands; a new one for each request. */
  readonly platform: () => SayPlatformBase;
  /** Reads what the program prints when it is asked for its voices. Lines that it does not know are left out. */
  readonly parseVoices: (printed: string) => readonly SystemVoice[];
  /** The text as the program may see it. */
  readonly prepareText: (text: string) => PreparedText;
  readonly identity: (voice: SystemVoice) => Promise<Json>;
};

export type PreparedText = {
  readonly spoken: string;
  /** The words as written that are heard; empty where the program can say nothing of the text. */
  readonly words: readonly string[];
};

export type SystemVoice = Voice & {
  /** Where the voice's data lies, if the program tells. */
  readonly folder?: string;
  /** The program's version, if it tells. */
  readonly version?: string;
};
