import type { FfmpegTools } from '../audio/find-ffmpeg.ts';
import type { Build } from '../engine/build.ts';
import type { NoTools } from '../engine/define-stage.ts';
import type { VoiceTool } from '../speech/tools.ts';

/** A build that makes text: it needs nothing but Lectern. */
export type TextBuild = Build<NoTools>;

/** What sound needs: a voice and an encoder. */
export type SoundTools = FfmpegTools & { readonly voice: VoiceTool };
export type Sound = { readonly build: Build<SoundTools>; readonly tools: SoundTools };
