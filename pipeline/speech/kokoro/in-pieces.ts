import type { KokoroSound } from './kokoro.ts';

/**
 * Speaks more tokens than the model takes at once: in pieces, behind one another. Only a word that is longer than the model's
 * input, such as a page without spaces, comes to this; all else was split between words before.
 */
export async function inPieces(
  ids: readonly number[],
  longest: number,
  speak: (ids: readonly number[]) => Promise<KokoroSound>,
): Promise<KokoroSound> {
  if (ids.length <= longest) return speak(ids);
  const sounds: KokoroSound[] = [];
  for (let from = 0; from < ids.length; from += longest)
    sounds.push(await speak(ids.slice(from, from + longest)));
  // The zeros between two pieces become part of the tokens beside them, so that the durations still are one for each token.
  const frames: number[] = [];
  for (const [index, sound] of sounds.entries()) {
    const inner = sound.frames.slice();
    if (index > 0) {
      const begin = inner.shift() ?? 0;
      inner[0] = (inner[0] ?? 0) + begin;
    }
    if (index < sounds.length - 1) {
      const end = inner.pop() ?? 0;
      inner.push((inner.pop() ?? 0) + end);
    }
    frames.push(...inner);
  }
  return { pcm: Buffer.concat(sounds.map(({ pcm }) => pcm)), frames };
}
