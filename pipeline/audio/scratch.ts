/**
 * Room for one sound after the other in the same place: memory that is fresh costs more than what is done with it. What lies
 * there is the caller's until the next call.
 */
export function scratchSound(): (samples: number) => Float32Array {
  let held = new Float32Array(0);
  return (samples) => {
    if (held.length < samples) held = new Float32Array(samples);
    return held.subarray(0, samples);
  };
}
