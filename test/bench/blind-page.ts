/** A page of pairs to listen to without knowing which is which; the key is folded away at its end. */

export type Pair = { readonly title: string; readonly exact: Float32Array; readonly fast: Float32Array };

/** The same seed shuffles alike, so that two people can speak about the same pair. */
export function blindPage(pairs: readonly Pair[], seed: number): string {
  let state = seed;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const shuffled = pairs
    .map((pair) => ({ pair, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ pair }) => ({ ...pair, isExactFirst: random() < 0.5 }));
  const sections = shuffled.map(({ exact, fast, isExactFirst }, index) => {
    const [a, b] = isExactFirst ? [exact, fast] : [fast, exact];
    return `<section><h2>Pair ${index + 1}</h2>
<p>A <audio controls preload="none" aria-label="Pair ${index + 1}, A" src="${dataUri(a)}"></audio></p>
<p>B <audio controls preload="none" aria-label="Pair ${index + 1}, B" src="${dataUri(b)}"></audio></p>
<fieldset><legend>Which sounds better?</legend>${['A', 'B', 'No difference']
      .map((answer) => `<label><input type="radio" name="pair${index + 1}"> ${answer}</label>`)
      .join(' ')}</fieldset></section>`;
  });
  const key = shuffled.map(
    ({ title, isExactFirst }, index) =>
      `<li value="${index + 1}">${title}: A is ${isExactFirst ? 'exact, B is fast' : 'fast, B is exact'}</li>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Kokoro, exact and fast: blind pairs</title>
<style>body { font: 1rem/1.5 sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
audio { vertical-align: middle }</style></head><body>
<h1>Kokoro, exact and fast: blind pairs</h1>
<p>In each pair one recording comes from the exact graph and one from the fast graph. Note your answers before you open
the key.</p>
${sections.join('\n')}
<details><summary>Key</summary><ol>${key.join('')}</ol></details>
</body></html>
`;
}

/** WAV, 16 bit, mono, 24 kHz. */
function dataUri(samples: Float32Array): string {
  const header = Buffer.alloc(44);
  const pcm = Int16Array.from(samples, (value) => Math.round(Math.max(-1, Math.min(1, value)) * 32_767));
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + pcm.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(24_000, 24);
  header.writeUInt32LE(48_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(pcm.byteLength, 40);
  return `data:audio/wav;base64,${Buffer.concat([header, Buffer.from(pcm.buffer)]).toString('base64')}`;
}
