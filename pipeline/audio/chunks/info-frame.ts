/** The frame that stands before an MP3's sound and tells players how long it is and what the encoder added to it. */
import { frameSamples } from './frames.ts';

export type Mp3Sound = {
  /** The first frame's own header: the Info frame is of the same kind. */
  readonly header: Uint8Array;
  readonly frames: number;
  readonly bytes: number;
  /** What was encoded, at the encoded rate. */
  readonly samples: number;
};

/** Of LAME, in samples: what it puts before the sound, without the 529 of the decoder. */
const ENCODER_DELAY = 576;
const SIDE_INFORMATION_BYTES = 17;
const TOC_ENTRIES = 100;
const FRAMES_BYTES_TOC_QUALITY = 0xf;

/**
 * An Info frame (constant bit rate) of mono MPEG-1 layer III, with LAME's extension: encoder delay and padding in
 * 12 bits each, so that players begin and end at the first and last sample.
 */
export function infoFrame({ header, frames, bytes, samples }: Mp3Sound, frameBytes: number): Uint8Array {
  const frame = Buffer.alloc(frameBytes);
  frame.set(header.subarray(0, 4), 0);
  let at = 4 + SIDE_INFORMATION_BYTES;
  at += frame.write('Info', at, 'latin1');
  at = frame.writeUInt32BE(FRAMES_BYTES_TOC_QUALITY, at);
  at = frame.writeUInt32BE(frames, at);
  at = frame.writeUInt32BE(Math.min(bytes + frameBytes, 0xffff_ffff), at);
  for (let entry = 0; entry < TOC_ENTRIES; entry++)
    at = frame.writeUInt8(Math.floor((256 * entry) / TOC_ENTRIES), at);
  at = frame.writeUInt32BE(0, at);
  const extension = at;
  frame.write('Lavc', at, 'latin1');
  const padding = Math.min(4095, Math.max(0, frames * frameSamples.mp3 - samples - ENCODER_DELAY));
  frame.writeUIntBE(ENCODER_DELAY * 4096 + padding, extension + 21, 3);
  frame.writeUInt32BE(Math.min(bytes + frameBytes, 0xffff_ffff), extension + 28);
  frame.writeUInt16BE(crc16(frame.subarray(0, extension + 34)), extension + 34);
  return frame;
}

/** CRC-16 with the polynomial 0x8005, reflected, as LAME's header has it. */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}
