/**
 * The part of the ONNX format that the rewrite reads and changes (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
 * What it never looks into is declared as plain bytes, so that it is written as it was read.
 */
import protobuf, { type INamespace } from 'protobufjs';

type Kind = 'string' | 'bytes' | 'float' | 'double' | 'int32' | 'int64' | 'uint64' | 'Node' | 'Tensor' | 'Attribute' | 'Graph' | 'ValueInfo' | 'OperatorSet'; // prettier-ignore
type Fields = Readonly<Record<string, readonly [id: number, kind: Kind, rule?: 'repeated']>>;

const messages: Readonly<Record<string, Fields>> = {
  Model: {
    irVersion: [1, 'int64'],
    producerName: [2, 'string'],
    producerVersion: [3, 'string'],
    domain: [4, 'string'],
    modelVersion: [5, 'int64'],
    docString: [6, 'string'],
    graph: [7, 'Graph'],
    opsetImport: [8, 'OperatorSet', 'repeated'],
    metadataProps: [14, 'bytes', 'repeated'],
    trainingInfo: [20, 'bytes', 'repeated'],
    functions: [25, 'bytes', 'repeated'],
  },
  OperatorSet: { domain: [1, 'string'], version: [2, 'int64'] },
  Graph: {
    node: [1, 'Node', 'repeated'],
    name: [2, 'string'],
    initializer: [5, 'Tensor', 'repeated'],
    docString: [10, 'string'],
    input: [11, 'ValueInfo', 'repeated'],
    output: [12, 'ValueInfo', 'repeated'],
    valueInfo: [13, 'ValueInfo', 'repeated'],
    quantizationAnnotation: [14, 'bytes', 'repeated'],
    sparseInitializer: [15, 'bytes', 'repeated'],
    metadataProps: [16, 'bytes', 'repeated'],
  },
  Node: {
    input: [1, 'string', 'repeated'],
    output: [2, 'string', 'repeated'],
    name: [3, 'string'],
    opType: [4, 'string'],
    attribute: [5, 'Attribute', 'repeated'],
    docString: [6, 'string'],
    domain: [7, 'string'],
    overload: [8, 'string'],
    metadataProps: [9, 'bytes', 'repeated'],
  },
  Attribute: {
    name: [1, 'string'],
    f: [2, 'float'],
    i: [3, 'int64'],
    s: [4, 'bytes'],
    t: [5, 'Tensor'],
    g: [6, 'bytes'],
    floats: [7, 'float', 'repeated'],
    ints: [8, 'int64', 'repeated'],
    strings: [9, 'bytes', 'repeated'],
    tensors: [10, 'bytes', 'repeated'],
    graphs: [11, 'bytes', 'repeated'],
    docString: [13, 'string'],
    tp: [14, 'bytes'],
    typeProtos: [15, 'bytes', 'repeated'],
    type: [20, 'int32'],
    refAttrName: [21, 'string'],
    sparseTensor: [22, 'bytes'],
    sparseTensors: [23, 'bytes', 'repeated'],
  },
  Tensor: {
    dims: [1, 'int64', 'repeated'],
    dataType: [2, 'int32'],
    segment: [3, 'bytes'],
    floatData: [4, 'float', 'repeated'],
    int32Data: [5, 'int32', 'repeated'],
    stringData: [6, 'bytes', 'repeated'],
    int64Data: [7, 'int64', 'repeated'],
    name: [8, 'string'],
    rawData: [9, 'bytes'],
    doubleData: [10, 'double', 'repeated'],
    uint64Data: [11, 'uint64', 'repeated'],
    docString: [12, 'string'],
    externalData: [13, 'bytes', 'repeated'],
    dataLocation: [14, 'int32'],
    metadataProps: [16, 'bytes', 'repeated'],
  },
  ValueInfo: { name: [1, 'string'], type: [2, 'bytes'], docString: [3, 'string'], metadataProps: [4, 'bytes', 'repeated'] }, // prettier-ignore
};

// proto2, as ONNX is: an absent field stays absent, and a zero that was written is written again.
const namespace: INamespace = {
  nested: Object.fromEntries(
    Object.entries(messages).map(([name, fields]) => [
      name,
      {
        edition: 'proto2',
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, [id, type, rule]]) => [
            field,
            { id, type, ...(rule && { rule }) },
          ]),
        ),
      },
    ]),
  ),
};

export const modelType = protobuf.Root.fromJSON(namespace).lookupType('Model');
