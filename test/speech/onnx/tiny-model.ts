/**
 * The bytes of an ONNX model that adds, doubles and compares:
 *
 *     x, y  float32 [2]        sum   = x + y
 *     n     int64 [1, 3]       twice = n + n
 *                              less  = x < y, bool
 *
 * Written by hand, field by field: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
export function tinyModel(): Buffer {
  const graph = [
    node('Add', ['x', 'y'], 'sum'),
    node('Add', ['n', 'n'], 'twice'),
    node('Less', ['x', 'y'], 'less'),
    field(2, Buffer.from('tiny')),
    field(11, value('x', float, [2])),
    field(11, value('y', float, [2])),
    field(11, value('n', int64, [1, 3])),
    field(12, value('sum', float, [2])),
    field(12, value('twice', int64, [1, 3])),
    field(12, value('less', bool, [2])),
  ];
  const version = varint(1, 8);
  const operators = field(8, varint(2, 13));
  return Buffer.concat([version, field(7, Buffer.concat(graph)), operators]);
}

const float = 1;
const int64 = 7;
const bool = 9;

function node(operator: string, inputs: readonly string[], output: string): Buffer {
  const names = inputs.map((input) => field(1, Buffer.from(input)));
  return field(1, Buffer.concat([...names, field(2, Buffer.from(output)), field(4, Buffer.from(operator))]));
}

function value(name: string, type: number, dims: readonly number[]): Buffer {
  const shape = Buffer.concat(dims.map((dim) => field(1, varint(1, dim))));
  const tensor = Buffer.concat([varint(1, type), field(2, shape)]);
  return Buffer.concat([field(1, Buffer.from(name)), field(2, field(1, tensor))]);
}

/** A field with a length, which like all numbers here is less than 128 but for the graph's. */
function field(number: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : [(length % 128) + 128, Math.floor(length / 128)];
  return Buffer.concat([Buffer.from([number * 8 + 2, ...size]), content]);
}

function varint(number: number, content: number): Buffer {
  return Buffer.from([number * 8, content]);
}
