import { SpeechError, type Speech, type WordTiming } from './engine.ts';

/** Between the pieces of one utterance: as long as a speaker rests at a comma. */
const pauseSeconds = 0.15;

/** Puts the pieces of an utterance behind one another, with a short pause between. All have one sample rate. */
export function joinSpeech(pieces: readonly Speech[]): Speech {
  const [first] = pieces;
  if (first === undefined)
    throw new SpeechError('There is nothing to say in an empty text.', { transient: false });
  const { sampleRate } = first;
  if (pieces.some((piece) => piece.sampleRate !== sampleRate))
    throw new Error('A voice spoke at two sample rates.');

  const pause = new Uint8Array(Math.round(pauseSeconds * sampleRate) * 2);
  const parts: Uint8Array[] = [];
  const words: WordTiming[] = [];
  let samples = 0;
  for (const piece of pieces) {
    if (parts.length > 0) {
      parts.push(pause);
      samples += pause.length / 2;
    }
    for (const { text, beginSample, endSample } of piece.words)
      words.push({ text, beginSample: samples + beginSample, endSample: samples + endSample });
    parts.push(piece.pcm);
    samples += piece.pcm.byteLength / 2;
  }
  return { pcm: Buffer.concat(parts), sampleRate, words };
}
