/**
 * Finds the ranges that the fast setting of Kokoro rests on, and writes pipeline/speech/kokoro/graph/calibrated-ranges.ts.
 *
 *     npx tsx test/tools/calibrate-kokoro.ts MODEL TOKENIZER VOICES
 *
 * MODEL is the stock 8-bit graph, TOKENIZER its tokenizer.json, VOICES the folder of its .bin files. Raise
 * kokoroRewriteVersion with the file. None of the sentences is one that tests or benchmarks speak.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { int } from '../../pipeline/speech/kokoro/graph/attributes.ts';
import { convolutionsBehindSnakes } from '../../pipeline/speech/kokoro/graph/fold-snakes.ts';
import { GraphEditor } from '../../pipeline/speech/kokoro/graph/graph-editor.ts';
import { readModel, writeModel } from '../../pipeline/speech/kokoro/graph/onnx-model.ts';
import { encodeRanges, type ChannelRanges } from '../../pipeline/speech/kokoro/graph/ranges.ts';
import { rewriteKokoro } from '../../pipeline/speech/kokoro/graph/rewrite-kokoro.ts';
import { kokoroSessionOptions } from '../../pipeline/speech/kokoro/graph/session-options.ts';
import { kokoroFeeds, readVocabulary } from '../speech/kokoro/graph/kokoro-feeds.ts';
import { testRuntime } from '../speech/kokoro/graph/open-runtime.ts';

/** Every English voice: one that is not among them may well go beyond what the others do. */
const isEnglish = (file: string) => /^[ab][fm]_\w+\.bin$/.test(file);
const sentences = [
  'hi ˈɔlwˌAz sˈɛd ðæt ðə bˈɛst plˈAs tə stˈɑɹt ɪz ðə bəɡˈɪnɪŋ, bˌʌt nˈObɑdi lˈɪsᵊnd.',
  'ɪt wʌz ɐ bɹˈIt kˈOld dˈA ɪn ˈAprəl, ænd ðə klˈɑks wɜɹ stɹˈIkɪŋ θˌɜɹtˈin!',
  'wˌʌt dˈu ju θˈɪŋk? wi kˈæn vˈɪzɪt ðə ʃˈɑps, ɔɹ stˈA hˈOm ænd ɹˈid bˈʊks tə ðə ʧˈɪldɹən.',
  'jˈɛs: ðə kɹˈWd ʧˈɪɹd; fˈIv dˈɔɡz bˈɑɹkt æt ðə vˈAɡ ʃˈædO bɪhˈInd ðə ɡˌɑɹdᵊn wˈɔl.',
];
const [modelPath, tokenizerPath, voicesFolder] = process.argv.slice(2);
if (modelPath === undefined || tokenizerPath === undefined || voicesFolder === undefined) {
  throw new Error('Needs the paths of the model, the tokenizer and the folder of voices.');
}
const runtime = await testRuntime();

const model = readModel(rewriteKokoro(readFileSync(modelPath), 'exact'));
const editor = new GraphEditor(model.graph);
const axes = editor.addInts([0, 2, 3]);
const observe = (value: string, opType: string): string => {
  const name = editor.add(opType, [value, axes], [int('keepdims', 0)]);
  model.graph.output.push({ name, type: Uint8Array.of(0x0a, 0x02, 0x08, 0x01) });
  return name;
};
const isOfDecoder = ({ output: [name = ''] }: { readonly output: readonly string[] }) =>
  /^\/decoder\/decoder\/(?:encode|decode\.\d)\/conv|\/ups\.\d\//.test(name);
const convolutions = [...convolutionsBehindSnakes(editor), ...editor.nodes('Conv').filter(isOfDecoder)];
const observed = convolutions.map(({ input: [input = ''], output: [output = ''] }) => ({
  name: output,
  input: [observe(input, 'ReduceMin'), observe(input, 'ReduceMax')] as const,
  output: [observe(output, 'ReduceMin'), observe(output, 'ReduceMax')] as const,
}));
editor.tidy();

const session = await runtime.InferenceSession.create(writeModel(model), kokoroSessionOptions);
const vocabulary = readVocabulary(tokenizerPath);
/** For each observed value and voice, one row an utterance. */
const seen = new Map<string, Float32Array[][]>();
const voices = readdirSync(voicesFolder).filter(isEnglish).sort();
for (const [index, voice] of voices.entries()) {
  for (const sentence of sentences) {
    const results = await session.run(kokoroFeeds(runtime, vocabulary, join(voicesFolder, voice), sentence));
    for (const { input, output } of observed) {
      for (const name of [...input, ...output]) {
        const byVoice = seen.get(name) ?? [];
        seen.set(name, byVoice);
        (byVoice[index] ??= []).push(Float32Array.from(results[name]?.data as Float32Array));
      }
    }
  }
}
await session.release();

const ranges = new Map(
  observed.map(({ name, input, output }): readonly [string, ChannelRanges] => {
    const lowest = extremes(input[0], -1);
    const magnitudes = extremes(input[1], 1).map((high, channel) =>
      Math.max(high, -(lowest[channel] ?? 0), 0),
    );
    return [name, { input: magnitudes, low: extremes(output[0], -1), high: extremes(output[1], 1) }];
  }),
);
const lines = Object.entries(encodeRanges(ranges)).map(([name, value]) => `  '${name}': [${value[0]}, '${value[1]}'],`); // prettier-ignore
writeFileSync(
  new URL('../../pipeline/speech/kokoro/graph/calibrated-ranges.ts', import.meta.url),
  `// Written by test/tools/calibrate-kokoro.ts: ${voices.length} voices, ${sentences.length} sentences each.
import { type EncodedRanges } from './ranges.ts';

// prettier-ignore
export const calibratedRanges: EncodedRanges = {
${lines.join('\n')}
};
`,
);

/**
 * Per channel; `sign` −1 for the lowest, 1 for the highest. Of a voice’s utterances the second most extreme counts: what
 * lies beyond is cut, for a finer grid everywhere else. Of the voices the most extreme counts, lest one be cut always.
 */
function extremes(name: string, sign: 1 | -1): Float32Array {
  const byVoice = seen.get(name) ?? [];
  return Float32Array.from(byVoice[0]?.[0] ?? [], (_, channel) => {
    const ofVoices = byVoice.map((rows) => {
      const sorted = rows.map((row) => row[channel] ?? 0).sort((a, b) => sign * (b - a));
      return sorted[1] ?? 0;
    });
    return sign * Math.max(...ofVoices.map((value) => sign * value));
  });
}
