/**
 * What a build tells while it runs: one closed union, read alike by the printer, the JSON log and the tests.
 *
 * A step is `recalled`, or `started` and then `finished` or `failed`. One that another's failure or an abort stops
 * tells no more: there is at most one `failed` in a build. `retried` comes before another attempt after a transient
 * failure, or after damage in the store; then the step is `started` once more, when what it lacked is made again.
 */
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
  | {
      readonly type: 'retried';
      readonly stage: string;
      readonly label: string;
      readonly attempt: number;
      readonly reason: string;
    }
  | { readonly type: 'finished'; readonly stage: string; readonly label: string }
  | { readonly type: 'failed'; readonly stage: string; readonly label: string; readonly reason: string };
