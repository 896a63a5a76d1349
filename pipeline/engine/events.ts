/** What a build tells while it runs: one closed union, read alike by the printer, the JSON log and the tests. */
export type StepEvent =
  | { readonly type: 'recalled'; readonly stage: string; readonly label: string }
  | { readonly type: 'started'; readonly stage: string; readonly label: string }
  | {
      readonly type: 'progress';
      readonly stage: string;
      readonly label: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'retried'; readonly stage: string; readonly label: string; readonly attempt: number; readonly reason: string }
  | { readonly type: 'finished'; readonly stage: string; readonly label: string }
  | { readonly type: 'failed'; readonly stage: string; readonly label: string; readonly reason: string };
