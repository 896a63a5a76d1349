import { SpeechError, type Speech, type WordTiming } from './engine.ts';

/** What is said in one go, and the silence in seconds before the next piece. */
export type SpeechPiece = { readonly speech: Speech; readonly pauseSeconds: number };

/** Puts the pieces of an utterance behind one another. All have one sample rate. The last one's silence is not kept. */
export function joinSpeech(pieces: readonly SpeechPiece[]): Speech {
  const [first] = pieces;
  if (first === undefined)
    throw new SpeechError('There is nothing to say in an empty text.', { transient: false });
  const { sampleRate } = first.speech;
  if (pieces.some(({ speech }) => speech.sampleRate !== sampleRate))
    throw new Error('A voice spoke at two sample rates.');

  const parts: Uint8Array[] = [];
  const words: WordTiming[] = [];
  let samples = 0;
  for (const [index, { speech, pauseSeconds }] of pieces.entries()) {
    for (const { text, beginSample, endSample } of speech.words)
      words.push({ text, beginSample: samples + beginSample, endSample: samples + endSample });
    parts.push(speech.pcm);
    samples += speech.pcm.byteLength / 2;
    if (index === pieces.length - 1) break;
    const pause = Math.round(pauseSeconds * sampleRate);
    parts.push(new Uint8Array(pause * 2));
    samples += pause;
  }
  return { pcm: Buffer.concat(parts), sampleRate, words };
}
