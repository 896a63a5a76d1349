/**
 * Where the benchmarks of Kokoro find what they need. Options before environment:
 *
 *     --voice-dir  LECTERN_BENCH_VOICE    the stock graph kokoro-quantized.onnx, tokenizer.json, and voices/*.bin
 *     --runtime    LECTERN_TEST_ORT       a folder with onnxruntime-node, or the one whose node_modules hold it
 *     --peers      LECTERN_BENCH_PEERS    a folder in whose node_modules kokoro-js is installed
 *     --out                               where pages are written; the working folder
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export type KokoroPlaces = {
  readonly model: string;
  readonly tokenizer: string;
  readonly voices: string;
  readonly runtime: string;
  readonly peers: string | undefined;
  readonly out: string;
};

/** @throws Error where the voice or the runtime is not named. */
export function kokoroPlaces(args: readonly string[]): KokoroPlaces {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { 'voice-dir': string, runtime: string, peers: string, out: string },
  });
  const folder = values['voice-dir'] ?? process.env['LECTERN_BENCH_VOICE'];
  const runtime = values.runtime ?? process.env['LECTERN_TEST_ORT'];
  if (folder === undefined) throw new Error('Name the folder of the stock voice with --voice-dir.');
  if (runtime === undefined) throw new Error('Name the folder of onnxruntime-node with --runtime.');
  return {
    model: join(folder, 'kokoro-quantized.onnx'),
    tokenizer: join(folder, 'tokenizer.json'),
    voices: join(folder, 'voices'),
    runtime,
    peers: values.peers ?? process.env['LECTERN_BENCH_PEERS'],
    out: values.out ?? '.',
  };
}
