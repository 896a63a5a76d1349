import type { FfmpegTools } from '../audio/find-ffmpeg.ts';
import type { Build } from '../engine/build.ts';
import type { NoTools } from '../engine/define-stage.ts';
import type { SpeechTools } from '../speech/tools.ts';
import type { Hearing } from './verifying.ts';

/** A build that makes text: it needs nothing but Lectern. */
export type TextBuild = Build<NoTools>;

/** What sound needs: voices and an encoder. */
export type SoundTools = FfmpegTools & { readonly speech: SpeechTools };
export type Sound = {
  readonly build: Build<SoundTools>;
  readonly tools: SoundTools;
  /** There where what was spoken is to be heard again. */
  readonly hearing?: Hearing;
};
