/** The package's platform classes, which its own declarations leave out. One platform speaks one thing at a time. */
declare module 'say/platform/base.js' {
  import type { ChildProcessWithoutNullStreams, SpawnOptions } from 'node:child_process';

  export type ExportRequest = {
    readonly text: string;
    readonly voice: string | null;
    readonly speed: number | null;
    readonly filename: string;
  };
  export type ExportCommand = {
    readonly command: string;
    readonly args: readonly string[];
    readonly pipedData: string;
    readonly options: SpawnOptions;
  };
  export default class SayPlatformBase {
    child: ChildProcessWithoutNullStreams | null;
    buildExportCommand(request: ExportRequest): ExportCommand;
    getVoices(): { readonly command: string; readonly args: readonly string[] };
    export(
      text: string,
      voice: string,
      speed: number | null,
      filename: string,
      callback: (error: unknown) => void,
    ): void;
    getInstalledVoices(callback: (error: unknown) => void): void;
  }
}
declare module 'say/platform/linux.js' {
  export { default } from 'say/platform/base.js';
}
declare module 'say/platform/darwin.js' {
  export { default } from 'say/platform/base.js';
}
declare module 'say/platform/win32.js' {
  export { default } from 'say/platform/base.js';
}
