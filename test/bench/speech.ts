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
  const rows: { readonly name: string; readonly rate: number }[] = [];
  console.log(
    'audio s per CPU s (median, least … most) · CPU s to load · most memory held · size of the graph',
  );
  for (const { name, kind, where, file } of contestants) {
    const { rates, cpuSecondsToLoad, residentMegabytes } = await run(kind, where);
    const sorted = [...rates].sort((a, b) => a - b);
    const rate = middle(sorted);
    rows.push({ name, rate });
    const size = ((await stat(file)).size / 1e6).toFixed(0);
    console.log(
      `${name.padEnd(24)} ${rate.toFixed(2)} (${sorted[0]?.toFixed(2) ?? ''} … ${sorted.at(-1)?.toFixed(2) ?? ''})` +
        ` · ${cpuSecondsToLoad.toFixed(1)} s · ${residentMegabytes.toFixed(0)} MB · ${size} MB`,
    );
  }
  for (const peer of rows.filter(({ name }) => name.startsWith('kokoro-js'))) {
    for (const { name, rate } of rows.filter((row) => row.name.startsWith('Lectern'))) {
      console.log(`${name} is ${(rate / peer.rate).toFixed(2)} × ${peer.name}`);
    }
  }
  const one = throughput([await run('ours', exact)]);
  const two = throughput(await Promise.all([run('ours', exact), run('ours', exact)]));
  console.log(`Two processes, exact: ${(two / one).toFixed(2)} × one`);
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

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Seconds of audio in a second, all processes together. */
function throughput(figures: readonly SpeechFigures[]): number {
  return figures.reduce((sum, { audioSeconds, wallSeconds }) => sum + audioSeconds / wallSeconds, 0);
}
