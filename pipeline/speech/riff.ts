/** What a speech program wrote: mono, signed 16 bit, little endian. */
export type Wave = { readonly pcm: Uint8Array; readonly sampleRate: number };

/**
 * Reads a WAV file of one channel of 16-bit PCM, and nothing else: other formats would be noise.
 *
 * @throws Error that says what is wrong with the file.
 */
export function readWave(file: Uint8Array): Wave {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tag = (at: number): string => String.fromCharCode(...file.subarray(at, at + 4));
  if (file.length < 12 || tag(0) !== 'RIFF' || tag(8) !== 'WAVE') throw new Error('It is not a WAV file.');

  let sampleRate: number | undefined;
  // Chunks: a tag, a length, that many bytes, and a byte more where the length is odd.
  for (let at = 12; at + 8 <= file.length;) {
    const [name, length, begin] = [tag(at), view.getUint32(at + 4, true), at + 8];
    if (length > file.length - begin) throw new Error(`Its "${name}" chunk is longer than the file.`);
    if (name === 'fmt ') sampleRate = readFormat(view, begin, length);
    if (name === 'data') {
      if (sampleRate === undefined) throw new Error('Its samples come before their format.');
      if (length % 2 !== 0) throw new Error('Its samples end in the middle of one.');
      return { pcm: Uint8Array.from(file.subarray(begin, begin + length)), sampleRate };
    }
    at = begin + length + (length % 2);
  }
  throw new Error('It holds no samples.');
}

const pcmFormat = 1;
const extensibleFormat = 0xfffe;

/** The sample rate, where all else about the format is as it must be. */
function readFormat(view: DataView, begin: number, length: number): number {
  if (length < 16) throw new Error('Its format is cut short.');
  const declared = view.getUint16(begin, true);
  // WAVE_FORMAT_EXTENSIBLE names the format once more, at the head of its sub-format.
  const format = declared === extensibleFormat && length >= 26 ? view.getUint16(begin + 24, true) : declared;
  const channels = view.getUint16(begin + 2, true);
  const sampleRate = view.getUint32(begin + 4, true);
  const bits = view.getUint16(begin + 14, true);
  if (format !== pcmFormat || channels !== 1 || bits !== 16)
    throw new Error(
      `It holds ${channels} channels of ${bits} bits in format ${format}, not one of 16-bit PCM.`,
    );
  if (sampleRate < 4000 || sampleRate > 192_000) throw new Error(`Its sample rate is ${sampleRate}.`);
  return sampleRate;
}

/** A WAV file of one channel of 16-bit PCM: the opposite of `readWave`. */
export function writeWave({ pcm, sampleRate }: Wave): Uint8Array {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + pcm.byteLength, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  // PCM, one channel, two bytes a sample.
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(sampleRate, 24);
  head.writeUInt32LE(sampleRate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(pcm.byteLength, 40);
  return Buffer.concat([head, pcm]);
}
