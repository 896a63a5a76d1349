/** What a chunk measures before it is encoded: as it was spoken, or with a gain and the limiter. */
import { defineStage } from '../../engine/define-stage.ts';
import type { StageContext } from '../../engine/stage.ts';
import { factorOf, type Level } from '../loudness/level.ts';
import { levelsSchema, type Levels } from '../loudness/levels.ts';
import { limit } from '../loudness/limit.ts';
import { measureLevels } from '../loudness/measure-levels.ts';
import { withSound, type Pieces } from './pieces.ts';

export type MeasureChunkInput = {
  readonly pieces: Pieces;
  readonly sampleRate: number;
  /** There if the chunk is measured as it would be delivered. */
  readonly level?: Level;
};

export const measureChunk = defineStage({
  name: 'measure-chunk',
  version: 1,
  output: levelsSchema,
  tools: [],
  run: async (
    { pieces, sampleRate, level }: MeasureChunkInput,
    { blobs, signal }: Pick<StageContext, 'blobs' | 'signal'>,
  ) => {
    signal.throwIfAborted();
    const measured = (sound: Float32Array): Levels => {
      if (level) limit(sound, sampleRate, factorOf(level.ceilingDb));
      return measureLevels(sound, sampleRate);
    };
    return withSound(pieces, blobs, measured, factorOf(level?.gainDb ?? 0));
  },
});
