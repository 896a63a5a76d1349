/** Which values each channel of a convolution was seen to take and give, as text that a repository can hold. */

export type ChannelRanges = {
  /** The greatest magnitude of each input channel. */
  readonly input: Float32Array;
  /** The least and the greatest value of each output channel. */
  readonly low: Float32Array;
  readonly high: Float32Array;
};
/** By the name of the convolution's output. */
export type Ranges = ReadonlyMap<string, ChannelRanges>;

/** By name: the input channels, and in base64 the upper halves of float32, little endian: input, low, high. */
export type EncodedRanges = Readonly<Record<string, readonly [inputs: number, values: string]>>;

export function encodeRanges(ranges: Ranges): EncodedRanges {
  return Object.fromEntries(
    [...ranges].map(([name, { input, low, high }]) => {
      const floats = Float32Array.from([...input, ...low, ...high]);
      // Half of the last unit is added, so that what is cut off rounds to the nearest.
      const halves = Uint16Array.from(new Uint32Array(floats.buffer), (bits) => (bits + 0x8000) >>> 16);
      return [name, [input.length, Buffer.from(halves.buffer).toString('base64')]];
    }),
  );
}

/** @throws Error where a text does not hold what its count of channels says. */
export function decodeRanges(encoded: EncodedRanges): Ranges {
  return new Map(
    Object.entries(encoded).map(([name, [inputs, values]]) => {
      const halves = new Uint16Array(Uint8Array.from(Buffer.from(values, 'base64')).buffer);
      const floats = new Float32Array(Uint32Array.from(halves, (half) => half << 16).buffer);
      const outputs = (floats.length - inputs) / 2;
      if (!Number.isInteger(outputs) || outputs <= 0) throw new Error(`The ranges of ${name} are damaged.`);
      const [input, low, high] = [0, inputs, inputs + outputs, floats.length].flatMap(
        (from, index, bounds) => {
          const to = bounds[index + 1];
          return to === undefined ? [] : [floats.slice(from, to)];
        },
      );
      return [name, { input: input ?? floats, low: low ?? floats, high: high ?? floats }];
    }),
  );
}
