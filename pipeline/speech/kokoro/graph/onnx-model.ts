/** An ONNX model as plain values: read from a file's bytes, and written to them. */
import { modelType } from './onnx-schema.ts';

export type Model = {
  readonly irVersion: number;
  readonly opsetImport: OperatorSet[];
  readonly graph: Graph;
};
export type OperatorSet = { readonly domain?: string; readonly version: number };
export type Graph = {
  readonly name?: string;
  node: Node[];
  initializer: Tensor[];
  readonly input: ValueInfo[];
  readonly output: ValueInfo[];
  valueInfo: ValueInfo[];
};
export type Node = {
  readonly name?: string;
  readonly opType: string;
  readonly domain?: string;
  /** Names of values; '' stands for an optional input left out. */
  readonly input: string[];
  readonly output: string[];
  readonly attribute: Attribute[];
};
export type Attribute = {
  readonly name: string;
  readonly type: number;
  readonly f?: number;
  readonly i?: number;
  readonly s?: Uint8Array;
  readonly t?: Tensor;
  readonly floats?: readonly number[];
  readonly ints?: readonly number[];
  /** A graph within the node, unread. */
  readonly g?: Uint8Array;
};
export type Tensor = {
  readonly name?: string;
  readonly dims: readonly number[];
  /** One of `elementTypes`. */
  readonly dataType: number;
  /** The elements in little endian; a view into the file's bytes. */
  readonly rawData?: Uint8Array;
  readonly floatData?: readonly number[];
  readonly int32Data?: readonly number[];
  readonly int64Data?: readonly number[];
};
/** `type` is a TypeProto's bytes. */
export type ValueInfo = { readonly name: string; readonly type?: Uint8Array };

/** TensorProto.DataType, those that are met here. */
export const elementTypes = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9 } as const;

/** The tensors' bytes remain views into `bytes`. @throws Error where these are not an ONNX model. */
export function readModel(bytes: Uint8Array): Model {
  try {
    // A Buffer over the same memory: the library reads it several times faster.
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const message = modelType.decode(buffer);
    const model = modelType.toObject(message, { longs: Number, arrays: true }) as Partial<Model>;
    if (model.graph === undefined || model.graph.node.length === 0) throw new Error('It holds no graph.');
    return model as Model;
  } catch (cause) {
    throw new Error('This is not an ONNX model.', { cause });
  }
}

export function writeModel(model: Model): Uint8Array {
  return modelType.encode(model).finish();
}
