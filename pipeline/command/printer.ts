import type { BuildEvent } from '../events.ts';

/** Where a build's events go to be seen. `out` is for results, `err` for everything on the way to them. */
export type Streams = { readonly out: NodeJS.WritableStream; readonly err: NodeJS.WritableStream };

export type Printer = {
  readonly print: (event: BuildEvent) => void;
  /** A failure of the world, or of one publication. */
  readonly fail: (message: string) => void;
  /** Leaves the terminal as it was found. */
  readonly end: () => void;
};
