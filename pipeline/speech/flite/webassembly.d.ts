/** What flite needs of WebAssembly, which TypeScript declares only together with the browser's document. */
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, (...args: number[]) => number>>;
  /** Compiled code, without state. */
  type Module = { readonly [Symbol.toStringTag]: 'WebAssembly.Module' };
  type Instance = { readonly exports: Record<string, unknown> };
  type Memory = { readonly buffer: ArrayBuffer };

  const Module: {
    new (bytes: Uint8Array): Module;
    imports(module: Module): readonly { readonly module: string; readonly name: string }[];
  };
  const Instance: new (module: Module, imports: Imports) => Instance;
}
