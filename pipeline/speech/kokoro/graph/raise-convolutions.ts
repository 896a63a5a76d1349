/**
 * Convolutions over time as convolutions over images of height 1: onnxruntime has a blocked layout for these alone
 * (about a fifth less time for all).
 *
 *     Conv(x [N, C, T], W [M, C, K])   →   Squeeze(Conv(Unsqueeze(x) [N, C, 1, T], W [M, C, 1, K]))
 *
 * What lies between convolutions and works on every element alike is raised with them, so that a value is squeezed only
 * where something else reads it.
 */
import { int, ints, intOf, intsOf } from './attributes.ts';
import { type GraphEditor } from './graph-editor.ts';
import { type Attribute, type Node } from './onnx-model.ts';
import { withHeight } from './quantised-weights.ts';
import { sizeOf } from './tensors.ts';

const height = 2;

/** @returns how many convolutions were raised. */
export function raiseConvolutions(editor: GraphEditor): number {
  const convolutions = editor.nodes('Conv').filter((node) => intsOf(node, 'kernel_shape', []).length === 1);
  const raised = findRaised(editor, convolutions);
  const axes = editor.addInts([height]);
  /** From each value of rank 3 to what it is called with a height. */
  const names = new Map<string, string>();
  const tall = (value: string): string => {
    const name = names.get(value) ?? editor.add('Unsqueeze', [value, axes]);
    names.set(value, name);
    return name;
  };
  for (const node of raised) for (const value of node.output) names.set(value, `${value}_tall`);
  for (const node of raised) editor.remove(node);
  for (const node of raised) {
    const [output = ''] = node.output;
    editor.add(node.opType, inputsOf(editor, node, tall), attributesOf(node), tall(output), node.domain);
    const isRead = editor.readers(output).length > 0;
    if (isRead || editor.graph.output.some(({ name }) => name === output)) {
      editor.add('Squeeze', [tall(output), axes], [], output);
    }
  }
  return convolutions.length;

  function inputsOf(of: GraphEditor, node: Node, raise: (value: string) => string): readonly string[] {
    const [first = '', second = '', ...rest] = node.input;
    if (node.opType === 'Conv') return [raise(first), withHeight(of, second), ...rest];
    if (node.opType === 'InstanceNormalization') return [raise(first), second, ...rest];
    return node.input.map((value) => (isScalar(of, value) ? value : raise(value)));
  }
}

/** The convolutions, and all that hangs on them and takes a height as well. */
function findRaised(editor: GraphEditor, convolutions: readonly Node[]): ReadonlySet<Node> {
  const raised = new Set(convolutions);
  const normalisations = editor
    .nodes('InstanceNormalization')
    .filter((node) => touches(editor, node, raised) || editor.maker(node.input[0]) !== undefined);
  for (const node of normalisations) raised.add(node);
  const others = ['LeakyRelu', 'Sin', 'Mul', 'Add', 'Div', 'Concat'].flatMap((type) => editor.nodes(type));
  for (let before = -1; before !== raised.size;) {
    before = raised.size;
    for (const node of others) if (!raised.has(node) && canRaise(editor, node, raised)) raised.add(node);
  }
  return raised;
}

function canRaise(editor: GraphEditor, node: Node, raised: ReadonlySet<Node>): boolean {
  const isRaised = (value: string) => {
    const maker = editor.maker(value);
    return maker !== undefined && raised.has(maker);
  };
  // What is joined has one rank; what is added need not: there every input must be known to have the right one.
  if (node.opType === 'Concat') return intOf(node, 'axis', 0) === 1 && node.input.some(isRaised);
  const values = node.input.filter((value) => !isScalar(editor, value));
  return values.length > 0 && values.every(isRaised);
}

function touches(editor: GraphEditor, node: Node, raised: ReadonlySet<Node>): boolean {
  return node.output.some((value) => editor.readers(value).some((reader) => raised.has(reader)));
}

function isScalar(editor: GraphEditor, value: string): boolean {
  const tensor = editor.constant(value);
  return tensor !== undefined && sizeOf(tensor) === 1;
}

function attributesOf(node: Node): readonly Attribute[] {
  if (node.opType !== 'Conv') return node.attribute;
  const [kernel = 1] = intsOf(node, 'kernel_shape', []);
  const [before = 0, after = 0] = intsOf(node, 'pads', [0, 0]);
  const [stride = 1] = intsOf(node, 'strides', [1]);
  const [dilation = 1] = intsOf(node, 'dilations', [1]);
  return [
    int('group', intOf(node, 'group', 1)),
    ints('kernel_shape', 1, kernel),
    ints('pads', 0, before, 0, after),
    ints('strides', 1, stride),
    ints('dilations', 1, dilation),
  ];
}
