/** Constants of a graph as typed arrays, and back. All little endian, as ONNX and every processor here are. */
import { elementTypes, type Tensor } from './onnx-model.ts';

/** A copy: raw bytes in a file need not lie on multiples of four. @throws Error where it does not hold float32. */
export function floatsOf(tensor: Tensor): Float32Array {
  if (tensor.dataType !== elementTypes.float) throw new Error(`${nameOf(tensor)} does not hold float32.`);
  return hasRaw(tensor)
    ? new Float32Array(bytesOf(tensor).buffer)
    : Float32Array.from(tensor.floatData ?? []);
}

/** @throws Error where it does not hold int64. */
export function integersOf(tensor: Tensor): readonly number[] {
  if (tensor.dataType !== elementTypes.int64) throw new Error(`${nameOf(tensor)} does not hold int64.`);
  if (!hasRaw(tensor)) return tensor.int64Data ?? [];
  return Array.from(new BigInt64Array(bytesOf(tensor).buffer), Number);
}

/** Of int8 or uint8. @throws Error where it holds neither. */
export function smallIntegersOf(tensor: Tensor): Int8Array | Uint8Array {
  const { dataType, int32Data = [] } = tensor;
  if (dataType === elementTypes.uint8) return hasRaw(tensor) ? bytesOf(tensor) : Uint8Array.from(withZero(int32Data, tensor)); // prettier-ignore
  if (dataType === elementTypes.int8) return hasRaw(tensor) ? new Int8Array(bytesOf(tensor).buffer) : Int8Array.from(withZero(int32Data, tensor)); // prettier-ignore
  throw new Error(`${nameOf(tensor)} does not hold 8-bit integers.`);
}

export function floatTensor(dims: readonly number[], values: ArrayLike<number>): Tensor {
  const floats = new Float32Array(values);
  return { dims, dataType: elementTypes.float, rawData: new Uint8Array(floats.buffer) };
}
export function int64Tensor(dims: readonly number[], values: readonly number[]): Tensor {
  return { dims, dataType: elementTypes.int64, rawData: new Uint8Array(BigInt64Array.from(values, BigInt).buffer) }; // prettier-ignore
}
export function int32Tensor(dims: readonly number[], values: ArrayLike<number>): Tensor {
  return { dims, dataType: elementTypes.int32, rawData: new Uint8Array(Int32Array.from(values).buffer) };
}
export function int8Tensor(dims: readonly number[], values: Int8Array): Tensor {
  return { dims, dataType: elementTypes.int8, rawData: new Uint8Array(values.buffer) };
}
export function uint8Tensor(dims: readonly number[], values: ArrayLike<number>): Tensor {
  return { dims, dataType: elementTypes.uint8, rawData: Uint8Array.from(values) };
}

export function sizeOf(tensor: Tensor): number {
  return tensor.dims.reduce((size, dim) => size * dim, 1);
}

function hasRaw({ rawData }: Tensor): boolean {
  return rawData !== undefined && rawData.length > 0;
}
function bytesOf({ rawData = new Uint8Array() }: Tensor): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(rawData);
}
// A zero in a field of its own is what protobuf leaves out.
function withZero(values: readonly number[], tensor: Tensor): readonly number[] {
  return values.length === 0 ? new Array<number>(sizeOf(tensor)).fill(0) : values;
}
function nameOf({ name = '' }: Tensor): string {
  return `The constant ${name}`;
}
