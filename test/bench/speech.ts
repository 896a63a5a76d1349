/**
 * How fast Kokoro speaks: the npm package kokoro-js on the stock 8-bit graph, and ours in its three settings, in one run on
 * the same sentences, a process each. Then two processes of ours beside one.
 *
 *     npx tsx test/bench/speech.ts --voice-dir DIR --runtime DIR --peers DIR
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, symlink, copyFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { processorHas8Bit } from '../../pipeline/speech/kokoro/graph/processor.ts';
import { rewriteKokoro } from '../../pipeline/speech/kokoro/graph/rewrite-kokoro.ts';
import { kokoroPlaces } from './kokoro-places.ts';
import { news, story } from './phonemes.ts';
import { type SpeechFigures } from './speech-figures.ts';

/** How often each is asked. */
const rounds = 3;
const places = kokoroPlaces(process.argv.slice(2));
const sentences = [...story.sentences.slice(0, 2), ...news.sentences.slice(0, 2)];
const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
try {
  const stock = await readFile(places.model);
  const exact = join(folder, 'exact.onnx');
  const fast = join(folder, 'fast.onnx');
  await writeFile(exact, rewriteKokoro(stock, 'exact'));
  const close = join(folder, 'close.onnx');
  await writeFile(close, rewriteKokoro(stock, 'close'));
  await writeFile(fast, rewriteKokoro(stock, 'fast'));

  const contestants = [
    ...(places.peers === undefined
      ? []
      : [
          { name: 'kokoro-js, as it comes', kind: 'peer', where: await peerFolder(), file: places.model },
          {
            name: 'kokoro-js, one thread',
            kind: 'peer-one-thread',
            where: await peerFolder(),
            file: places.model,
          },
        ]),
    { name: 'Lectern, exact', kind: 'ours', where: exact, file: exact },
    { name: 'Lectern, close', kind: 'ours', where: close, file: close },
    { name: 'Lectern, fast', kind: 'ours', where: fast, file: fast },
  ];
  // Other work on the machine, and the processor's clock, come and go: every round asks all of them, and a ratio is one
  // of neighbours in time.
  const measured = contestants.map(() => [] as SpeechFigures[]);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { kind, where }] of contestants.entries())
      measured[index]?.push(await run(kind, where));
  }
  const rows: { readonly name: string; readonly perRound: readonly number[] }[] = [];
  console.log(
    'audio s per CPU s (median, least … most) · CPU s to load · most memory held · size of the graph',
  );
  for (const [index, { name, file }] of contestants.entries()) {
    const figures = measured[index] ?? [];
    rows.push({ name, perRound: figures.map(({ rates }) => middle(rates)) });
    const rates = figures.flatMap((figure) => figure.rates);
    const load = middle(figures.map(({ cpuSecondsToLoad }) => cpuSecondsToLoad));
    const memory = Math.max(...figures.map(({ residentMegabytes }) => residentMegabytes));
    const size = ((await stat(file)).size / 1e6).toFixed(0);
    console.log(
      `${name.padEnd(24)} ${middle(rates).toFixed(2)} (${Math.min(...rates).toFixed(2)} … ${Math.max(...rates).toFixed(2)})` +
        ` · ${load.toFixed(1)} s · ${memory.toFixed(0)} MB · ${size} MB`,
    );
  }
  for (const peer of rows.filter(({ name }) => name.startsWith('kokoro-js'))) {
    for (const { name, perRound } of rows.filter((row) => row.name.startsWith('Lectern'))) {
      const ratios = perRound.map((rate, round) => rate / (peer.perRound[round] ?? Number.NaN));
      console.log(
        `${name} is ${middle(ratios).toFixed(2)} × ${peer.name} (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')})`,
      );
    }
  }
  const gains: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const one = throughput([await run('ours', exact)]);
    gains.push(throughput(await Promise.all([run('ours', exact), run('ours', exact)])) / one);
    const alone = await spin();
    floors.push((2 * alone) / Math.max(...(await Promise.all([spin(), spin()]))));
  }
  console.log(
    `Two processes, exact: ${middle(gains).toFixed(2)} × one; two of plain arithmetic: ${middle(floors).toFixed(2)} × one`,
  );
  if (!processorHas8Bit())
    console.log('This processor lacks what close and fast need: Lectern would use exact.');
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The stock model as transformers.js looks for it. */
async function peerFolder(): Promise<string> {
  const peer = join(folder, 'kokoro');
  await mkdir(join(peer, 'onnx'), { recursive: true });
  await writeFile(join(peer, 'config.json'), '{"model_type":"style_text_to_speech_2"}');
  await writeFile(
    join(peer, 'tokenizer_config.json'),
    '{"tokenizer_class":"PreTrainedTokenizer","model_max_length":512}',
  );
  await copyFile(places.tokenizer, join(peer, 'tokenizer.json'));
  const model = join(peer, 'onnx', 'model_quantized.onnx');
  await rm(model, { force: true });
  await symlink(places.model, model).catch(() => copyFile(places.model, model));
  return peer;
}

async function run(kind: string, where: string): Promise<SpeechFigures> {
  const script = fileURLToPath(new URL('speech-process.ts', import.meta.url));
  const args = ['--import', 'tsx', script, kind, where, JSON.stringify(places), JSON.stringify(sentences)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e7 });
  return JSON.parse(stdout.slice(stdout.indexOf('{'))) as SpeechFigures;
}

/** Wall seconds of a process that reckons and touches no memory: what the machine itself gives a second process. */
async function spin(): Promise<number> {
  const code =
    'let s = 0; const began = performance.now(); for (let i = 0; i < 1.5e9; i++) s = (s + i) | 0; console.log((performance.now() - began) / 1000, s)';
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', code]);
  return Number.parseFloat(stdout);
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Seconds of audio in a second, all processes together. */
function throughput(figures: readonly SpeechFigures[]): number {
  return figures.reduce((sum, { audioSeconds, wallSeconds }) => sum + audioSeconds / wallSeconds, 0);
}
