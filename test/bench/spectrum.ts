/** Power spectra of a sound, frame by frame. */

export const frameSize = 1024;
const hop = 256;

/** One row of 513 powers for each frame of 1024 samples, a Hann window over each, 256 samples apart. */
export function powerSpectra(samples: Float32Array): readonly Float64Array[] {
  const rows: Float64Array[] = [];
  for (let start = 0; start + frameSize <= samples.length; start += hop) {
    const real = new Float64Array(frameSize);
    const imaginary = new Float64Array(frameSize);
    for (let index = 0; index < frameSize; index++) {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / frameSize);
      real[index] = (samples[start + index] ?? 0) * window;
    }
    transform(real, imaginary);
    rows.push(
      Float64Array.from(
        { length: frameSize / 2 + 1 },
        (_, bin) => (real[bin] ?? 0) ** 2 + (imaginary[bin] ?? 0) ** 2,
      ),
    );
  }
  return rows;
}

/** Mel-spaced triangles over the bins: `bands` rows of weights. */
export function melTriangles(bands: number, sampleRate: number): readonly Float64Array[] {
  const toMel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700);
  const toHertz = (mel: number) => 700 * (10 ** (mel / 2595) - 1);
  const top = toMel(sampleRate / 2);
  const edge = (index: number) => toHertz((top * index) / (bands + 1));
  return Array.from({ length: bands }, (_, band) => {
    const [from, peak, to] = [edge(band), edge(band + 1), edge(band + 2)];
    return Float64Array.from({ length: frameSize / 2 + 1 }, (__, bin) => {
      const hertz = (bin * sampleRate) / frameSize;
      return Math.max(0, Math.min((hertz - from) / (peak - from), (to - hertz) / (to - peak)));
    });
  });
}

/** The fast Fourier transform in place, by halves (Cooley and Tukey); the length is a power of two. */
export function transform(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  for (let index = 1, reversed = 0; index < size; index++) {
    let bit = size >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (index < reversed) {
      swap(real, index, reversed);
      swap(imaginary, index, reversed);
    }
  }
  for (let length = 2; length <= size; length *= 2) {
    const step = (-2 * Math.PI) / length;
    for (let start = 0; start < size; start += length) {
      for (let offset = 0; offset < length / 2; offset++) {
        const [cosine, sine] = [Math.cos(step * offset), Math.sin(step * offset)];
        const [a, b] = [start + offset, start + offset + length / 2];
        const [re, im] = [real[b] ?? 0, imaginary[b] ?? 0];
        const [turnedRe, turnedIm] = [re * cosine - im * sine, re * sine + im * cosine];
        real[b] = (real[a] ?? 0) - turnedRe;
        imaginary[b] = (imaginary[a] ?? 0) - turnedIm;
        real[a] = (real[a] ?? 0) + turnedRe;
        imaginary[a] = (imaginary[a] ?? 0) + turnedIm;
      }
    }
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  [values[a], values[b]] = [values[b] ?? 0, values[a] ?? 0];
}
