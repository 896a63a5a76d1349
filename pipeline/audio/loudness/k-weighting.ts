/** The weighting of ITU-R BS.1770-4, annex 1: a shelf for the head and a high pass, as second order sections. */

/** b0, b1, b2, a1, a2 with a0 = 1. */
export type Section = readonly [number, number, number, number, number];

/**
 * The annex gives coefficients for 48 000 Hz alone. These are of the analogue filters behind them, carried to any rate by
 * the bilinear transform; at 48 000 they are the annex's to ten digits.
 */
export function kWeighting(sampleRate: number): readonly [shelf: Section, highPass: Section] {
  const shelf = shelfSection(sampleRate, 1681.974450955533, 3.999843853973347, 0.7071752369554196);
  const highPass = highPassSection(sampleRate, 38.13547087602444, 0.5003270373238773);
  return [shelf, highPass];
}

function shelfSection(rate: number, hertz: number, gainDb: number, quality: number): Section {
  const k = Math.tan((Math.PI * hertz) / rate);
  const high = 10 ** (gainDb / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / quality + k * k;
  return [
    (high + (band * k) / quality + k * k) / a0,
    (2 * (k * k - high)) / a0,
    (high - (band * k) / quality + k * k) / a0,
    (2 * (k * k - 1)) / a0,
    (1 - k / quality + k * k) / a0,
  ];
}

function highPassSection(rate: number, hertz: number, quality: number): Section {
  const k = Math.tan((Math.PI * hertz) / rate);
  const a0 = 1 + k / quality + k * k;
  return [1, -2, 1, (2 * (k * k - 1)) / a0, (1 - k / quality + k * k) / a0];
}
