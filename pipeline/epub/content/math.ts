import type { MathElement } from '../../document/math/math-tree.ts';
import type { Formula } from '../../document/model.ts';
import { x } from '../../xml/x.ts';
import type { Xml } from '../../xml/serialise.ts';

/** A formula as MathML Core. Its text alternative is what read-aloud says. */
export function emitMath({ id, tree, alttext }: Formula, display?: 'block'): Xml {
  const attributes = { xmlns: 'http://www.w3.org/1998/Math/MathML', id, display, alttext };
  return x('math', attributes, ...tree.children.map(emitNode));
}

function emitNode(node: MathElement | string): Xml {
  if (typeof node === 'string') return { type: 'text', value: node };
  return x(node.name, { ...node.attributes }, ...node.children.map(emitNode));
}
