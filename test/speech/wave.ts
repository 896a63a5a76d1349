export type WaveOptions = {
  readonly sampleRate?: number;
  readonly channels?: number;
  readonly bits?: number;
  readonly format?: number;
  readonly extensible?: boolean;
  readonly before?: { readonly name: string; readonly body: Buffer };
};

/** A WAV file, right or wrong as asked for. */
export function wave(pcm: Uint8Array, options: WaveOptions = {}): Buffer {
  const { sampleRate = 16_000, channels = 1, bits = 16, format = 1, extensible = false, before } = options;
  const head = Buffer.alloc(extensible ? 40 : 16);
  head.writeUInt16LE(extensible ? 0xfffe : format, 0);
  head.writeUInt16LE(channels, 2);
  head.writeUInt32LE(sampleRate, 4);
  head.writeUInt32LE((sampleRate * channels * bits) / 8, 8);
  head.writeUInt16LE((channels * bits) / 8, 12);
  head.writeUInt16LE(bits, 14);
  if (extensible) head.writeUInt16LE(format, 24);
  const chunks = Buffer.concat([
    Buffer.from('WAVE'),
    ...(before === undefined ? [] : [chunk(before.name, before.body)]),
    chunk('fmt ', head),
    chunk('data', pcm),
  ]);
  return chunk('RIFF', chunks);
}

function chunk(name: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}
