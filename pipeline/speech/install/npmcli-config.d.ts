/** Of npm's own reader of its configuration, which comes without types, what is used here. */
declare module '@npmcli/config' {
  type Definitions = Readonly<Record<string, unknown>>;

  export default class Config {
    constructor(options: {
      readonly definitions: Definitions;
      readonly shorthands: Definitions;
      readonly flatten: (settings: object, into: object) => object;
      /** The folder of npm itself: an `npmrc` may lie in it. */
      readonly npmPath: string;
      readonly argv: readonly string[];
      readonly env: NodeJS.ProcessEnv;
    });
    load(): Promise<void>;
    /** Where a setting comes from: `default` if nobody has set it. */
    find(name: string): string | null;
    /** Settings by the names that npm's libraries use. */
    readonly flat: Readonly<Record<string, unknown>>;
  }
}

declare module '@npmcli/config/lib/definitions/index.js' {
  const definitions: {
    readonly definitions: Readonly<Record<string, unknown>>;
    readonly shorthands: Readonly<Record<string, unknown>>;
    readonly flatten: (settings: object, into: object) => object;
  };
  export default definitions;
}
