/** A graph that is being changed: who makes a value, who reads it, and what is constant. */
import { type Attribute, type Graph, type Node, type Tensor } from './onnx-model.ts';
import { floatTensor, int64Tensor } from './tensors.ts';

/**
 * A rewrite puts new nodes before a value and lets the last of them bear the old name, so that nothing behind it
 * changes; `tidy` then takes away what leads nowhere.
 */
export class GraphEditor {
  readonly graph: Graph;
  readonly #makers = new Map<string, Node>();
  readonly #readers = new Map<string, Set<Node>>();
  readonly #constants = new Map<string, Tensor>();
  #names = 0;

  constructor(graph: Graph) {
    this.graph = graph;
    for (const tensor of graph.initializer) this.#constants.set(tensor.name ?? '', tensor);
    for (const node of graph.node) this.enter(node);
  }

  /** In the order of their entry; safe to change the graph while walking. */
  nodes(opType: string): readonly Node[] {
    return [...new Set(this.#makers.values())].filter((node) => node.opType === opType);
  }

  maker(value: string | undefined): Node | undefined {
    return this.#makers.get(value ?? '');
  }

  /** The node that makes a node's input, if it is of that type. */
  from(node: Node | undefined, input: number, opType: string): Node | undefined {
    const maker = this.maker(node?.input[input]);
    return maker?.opType === opType ? maker : undefined;
  }

  readers(value: string | undefined): readonly Node[] {
    return [...(this.#readers.get(value ?? '') ?? [])];
  }

  /** The one reader of a node's first output, if there is one alone, of that type, and the value is no output of the graph. */
  next(node: Node | undefined, opType: string): Node | undefined {
    const value = node?.output[0];
    const [reader, ...others] = this.readers(value);
    if (others.length > 0 || this.graph.output.some(({ name }) => name === value)) return undefined;
    return reader?.opType === opType ? reader : undefined;
  }

  constant(value: string | undefined): Tensor | undefined {
    return this.#constants.get(value ?? '');
  }

  /** Adds a node with one output and returns the output's name: `output`, or a new one. */
  add(
    opType: string,
    input: readonly string[],
    attribute: readonly Attribute[] = [],
    output: string = this.fresh(opType),
    domain = '',
  ): string {
    if (this.#makers.has(output)) throw new Error(`Two nodes would make ${output}.`);
    this.enter({
      name: output,
      opType,
      input: [...input],
      output: [output],
      attribute: [...attribute],
      ...(domain !== '' && { domain }),
    });
    return output;
  }

  addTensor(tensor: Tensor): string {
    const name = this.fresh('constant');
    this.#constants.set(name, { ...tensor, name });
    return name;
  }
  addFloats(dims: readonly number[], values: ArrayLike<number>): string {
    return this.addTensor(floatTensor(dims, values));
  }
  addInts(values: readonly number[]): string {
    return this.addTensor(int64Tensor([values.length], values));
  }

  enter(node: Node): void {
    for (const value of node.output) if (value !== '') this.#makers.set(value, node);
    for (const value of node.input) {
      const readers = this.#readers.get(value);
      if (readers === undefined) this.#readers.set(value, new Set([node]));
      else readers.add(node);
    }
  }

  remove(node: Node): void {
    for (const value of node.output) this.#makers.delete(value);
    for (const value of node.input) this.#readers.get(value)?.delete(node);
  }

  /** A name that no value has. */
  fresh(what: string): string {
    let name: string;
    do name = `lectern/${what}_${this.#names++}`;
    while (this.#makers.has(name) || this.#constants.has(name));
    return name;
  }

  /** Drops what leads to no output of the graph, and puts every node behind those it reads from. */
  tidy(): void {
    const order: Node[] = [];
    const entered = new Set<Node>();
    const used = new Set<string>();
    // Depth first with a stack of its own: the graph is some thousand nodes deep.
    const stack: { readonly node: Node; next: number }[] = [];
    const visit = (value: string) => {
      used.add(value);
      const node = this.#makers.get(value);
      if (node === undefined || entered.has(node)) return;
      entered.add(node);
      stack.push({ node, next: 0 });
    };
    for (const { name } of this.graph.output) {
      visit(name);
      for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
        const value = top.node.input[top.next++];
        if (value !== undefined) {
          visit(value);
          continue;
        }
        order.push(top.node);
        stack.pop();
      }
    }
    for (const node of new Set(this.#makers.values())) if (!entered.has(node)) this.remove(node);
    this.graph.node = order;
    this.graph.initializer = [...this.#constants.values()].filter(({ name }) => used.has(name ?? ''));
    // Shapes that were noted for values need not hold any more; a runtime finds them anew.
    this.graph.valueInfo = [];
  }
}
