import { z } from 'zod';
import { blobSchema, type BlobRef } from '../../engine/blob.ts';
import type { BlobAccess } from '../../engine/stage.ts';
import { BYTES_PER_SAMPLE } from '../pcm.ts';
import { scratchSound } from '../scratch.ts';
import type { ChapterAudio } from '../timeline.ts';

/** A stretch of sound as it is put together: spoken sounds, and silences as a number of samples. */
export const piecesSchema = z.array(z.union([blobSchema, z.int().positive()]));
export type Pieces = readonly (BlobRef | number)[];

export function samplesOf(pieces: Pieces): number {
  return pieces.reduce<number>(
    (sum, piece) => sum + (typeof piece === 'number' ? piece : piece.bytes / BYTES_PER_SAMPLE),
    0,
  );
}

/**
 * The chapter's chunks, in the order in which they are heard.
 */
export function chunksOf({ sounds, cuts }: Pick<ChapterAudio, 'sounds' | 'cuts'>): readonly Pieces[] {
  let next = 0;
  return cuts.map((end, index) => {
    const pieces: (BlobRef | number)[] = [];
    let reached = cuts[index - 1] ?? 0;
    for (; next < sounds.length; next++) {
      const sound = sounds[next];
      if (sound === undefined || sound.beginSample >= end) break;
      if (sound.beginSample > reached) pieces.push(sound.beginSample - reached);
      pieces.push(sound.pcm);
      reached = sound.beginSample + sound.pcm.bytes / BYTES_PER_SAMPLE;
    }
    if (end > reached) pieces.push(end - reached);
    return pieces;
  });
}

/**
 * Hands over the samples themselves, 1 being full scale, times `gain`: a chunk's, never a book's. They are there, to be changed too,
 * until `use` returns; the next chunk lies in the same place.
 */
export async function withSound<T>(
  pieces: Pieces,
  blobs: Pick<BlobAccess, 'readAll'>,
  use: (sound: Float32Array) => T,
  gain = 1,
): Promise<T> {
  const contents = await Promise.all(
    pieces.map(async (piece) => (typeof piece === 'number' ? piece : blobs.readAll(piece))),
  );
  const sound = room(samplesOf(pieces));
  let at = 0;
  for (const content of contents) {
    if (typeof content === 'number') {
      sound.fill(0, at, at + content);
      at += content;
    } else at = scaled(samplesIn(content), gain / 32_768, sound, at);
  }
  return use(sound);
}

const room = scratchSound();

/** @returns where the samples end */
function scaled(pcm: Int16Array, factor: number, sound: Float32Array, from: number): number {
  for (let index = 0; index < pcm.length; index++) sound[from + index] = (pcm[index] as number) * factor;
  return from + pcm.length;
}

/** Samples as signed 16 bit; what lies beyond full scale is held there. */
export function toPcm(sound: Float32Array): Uint8Array {
  const pcm = new Int16Array(sound.length);
  for (let index = 0; index < sound.length; index++) {
    const value = (sound[index] as number) * 32_768;
    // Rounded half away from zero, which is several times faster than Math.round.
    pcm[index] =
      value >= 32_767 ? 32_767 : value <= -32_768 ? -32_768 : (value + (value < 0 ? -0.5 : 0.5)) | 0;
  }
  return littleEndian(pcm);
}

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The bytes as samples, without a copy where they lie as the machine wants them. */
function samplesIn(bytes: Uint8Array): Int16Array {
  const length = Math.floor(bytes.byteLength / BYTES_PER_SAMPLE);
  if (isLittleEndian && bytes.byteOffset % BYTES_PER_SAMPLE === 0)
    return new Int16Array(bytes.buffer, bytes.byteOffset, length);
  const copy = Buffer.from(bytes.subarray(0, length * BYTES_PER_SAMPLE));
  const own = isLittleEndian ? copy : copy.swap16();
  return new Int16Array(own.buffer.slice(own.byteOffset, own.byteOffset + own.byteLength));
}

/** Node runs on machines of the other byte order too. */
function littleEndian(pcm: Int16Array): Uint8Array {
  const bytes = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return isLittleEndian ? bytes : bytes.swap16();
}
