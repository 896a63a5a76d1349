/**
 * What 8 bits cost Kokoro in quality: the distance of the settings close and fast from the exact graph for six voices and two texts, and
 * a page of blind pairs for a person to listen to.
 *
 *     npx tsx test/bench/quality.ts --voice-dir DIR --runtime DIR --out DIR
 *
 * Beside it stands what rounding alone does: the exact graph against itself, with its weights laid out in another way,
 * so that its sums come in another order.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rewriteKokoro } from '../../pipeline/speech/kokoro/graph/rewrite-kokoro.ts';
import { kokoroSessionOptions } from '../../pipeline/speech/kokoro/graph/session-options.ts';
import { kokoroFeeds, readVocabulary } from '../speech/kokoro/graph/kokoro-feeds.ts';
import { openRuntime } from '../speech/kokoro/graph/open-runtime.ts';
import { blindPage, type Pair } from './blind-page.ts';
import { distanceOf, meanDistance, type Distance } from './distance.ts';
import { kokoroPlaces } from './kokoro-places.ts';
import { news, story } from './phonemes.ts';

const voices = ['af_heart', 'af_bella', 'am_michael', 'am_fenrir', 'bf_emma', 'bm_george'] as const;
const places = kokoroPlaces(process.argv.slice(2));
const runtime = openRuntime(places.runtime);
const vocabulary = readVocabulary(places.tokenizer);
const stock = await readFile(places.model);
const exactGraph = rewriteKokoro(stock, 'exact');
const otherOrder = { ...kokoroSessionOptions, extra: { session: { ...kokoroSessionOptions.extra.session, disable_quant_qdq: '1' } } }; // prettier-ignore

const exact = await speaker(exactGraph, kokoroSessionOptions);
const rounded = await speaker(exactGraph, otherOrder);
const close = await speaker(rewriteKokoro(stock, 'close'), kokoroSessionOptions);
const fast = await speaker(rewriteKokoro(stock, 'fast'), kokoroSessionOptions);
/** How many sentences of each text are spoken by every voice. */
const sentencesEach = 2;

const pairs: Pair[] = [];
const all = { close: [] as Distance[], fast: [] as Distance[], rounding: [] as Distance[] };
console.log(
  'voice, text, setting     SNR    log-spectral  mel    log-spectral in 0–1, 1–2, 2–4, 4–8, 8–12 kHz (dB)',
);
for (const voice of voices) {
  for (const text of [story, news]) {
    const distances = { close: [] as Distance[], fast: [] as Distance[] };
    for (const [index, sentence] of text.sentences.slice(0, sentencesEach).entries()) {
      const reference = await exact(voice, sentence);
      const quick = await fast(voice, sentence);
      distances.close.push(distanceOf(reference, await close(voice, sentence)));
      distances.fast.push(distanceOf(reference, quick));
      all.rounding.push(distanceOf(reference, await rounded(voice, sentence)));
      if (index === 0) pairs.push({ title: `${voice}, ${text.name}`, exact: reference, fast: quick });
    }
    for (const setting of ['close', 'fast'] as const) {
      all[setting].push(...distances[setting]);
      console.log(line(`${voice} ${text.name} ${setting}`, meanDistance(distances[setting])));
    }
  }
}
for (const [name, distances] of Object.entries(all))
  console.log(line(`all, ${name}`, meanDistance(distances)));
await mkdir(places.out, { recursive: true });
await writeFile(join(places.out, 'blind-pairs.html'), blindPage(pairs, 20_260));
console.log(`To listen: ${join(places.out, 'blind-pairs.html')}`);

async function speaker(
  graph: Uint8Array,
  options: object,
): Promise<(voice: string, phonemes: string) => Promise<Float32Array>> {
  const session = await runtime.InferenceSession.create(graph, options);
  return async (voice, phonemes) => {
    const path = join(places.voices, `${voice}.bin`);
    const { waveform } = await session.run(kokoroFeeds(runtime, vocabulary, path, phonemes));
    return Float32Array.from(waveform?.data as Float32Array);
  };
}

function line(name: string, { signalToNoise, logSpectral, mel, bands }: Distance): string {
  const figures = [signalToNoise.toFixed(1), logSpectral.toFixed(2), mel.toFixed(2)];
  return `${name.padEnd(24)} ${figures.join('   ')}   ${bands.map((band) => band.toFixed(2)).join('  ')}`;
}
