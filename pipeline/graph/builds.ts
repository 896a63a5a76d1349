import type { FfmpegTools } from '../audio/find-ffmpeg.ts';
import type { Build } from '../engine/build.ts';
import type { Tool } from '../engine/stage.ts';
import type { VoiceTool } from '../speech/tools.ts';

/** A build that makes text: it needs nothing but Lectern. */
export type TextBuild = Build<Record<never, Tool>>;

/** What sound needs: a voice and an encoder. */
export type SoundTools = FfmpegTools & { readonly voice: VoiceTool };
export type Sound = { readonly build: Build<SoundTools>; readonly tools: SoundTools };
