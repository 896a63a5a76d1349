/** Attributes of a node: written with their type, read by name. */
import { type Attribute, type Node } from './onnx-model.ts';

/** AttributeProto.AttributeType, those that are written here. */
const types = { float: 1, int: 2, string: 3, ints: 7 } as const;

export const float = (name: string, f: number): Attribute => ({ name, type: types.float, f });
export const int = (name: string, i: number): Attribute => ({ name, type: types.int, i });
export const ints = (name: string, ...values: readonly number[]): Attribute => ({
  name,
  type: types.ints,
  ints: values,
});

export function intOf(node: Node, name: string, otherwise: number): number {
  return node.attribute.find((attribute) => attribute.name === name)?.i ?? otherwise;
}
export function intsOf(node: Node, name: string, otherwise: readonly number[]): readonly number[] {
  return node.attribute.find((attribute) => attribute.name === name)?.ints ?? otherwise;
}
