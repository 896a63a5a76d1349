/**
 * How many frames each token lasts, as an output of its own: [1, tokens], float32. A frame is 600 samples, and the sum
 * of the frames times 600 is the number of samples.
 */
import { type GraphEditor } from './graph-editor.ts';
import { type ValueInfo } from './onnx-model.ts';

export const durationsOutput = 'durations';

/** TypeProto { tensor_type { elem_type: float } }: a tensor of float32, its shape unsaid. */
const floatTensorType = Uint8Array.of(0x0a, 0x02, 0x08, 0x01);

/** @returns how many values look like the durations; it is exposed if it is the only one. */
export function exposeDurations(editor: GraphEditor): number {
  const clips = editor.nodes('Clip').filter((node) => editor.from(node, 0, 'Round') !== undefined);
  const [clip, ...others] = clips;
  if (clip !== undefined && others.length === 0) {
    editor.add('Identity', [clip.output[0] ?? ''], [], durationsOutput);
    const output: ValueInfo = { name: durationsOutput, type: floatTensorType };
    editor.graph.output.push(output);
  }
  return clips.length;
}
