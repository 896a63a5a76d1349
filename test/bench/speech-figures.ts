/** What one process of the speech benchmark measured. */
export type SpeechFigures = {
  /** Audio seconds per CPU second of this process, one figure for each sentence and round, in no order. */
  readonly rates: readonly number[];
  readonly audioSeconds: number;
  readonly wallSeconds: number;
  readonly cpuSecondsToLoad: number;
  /** The most that the process ever held, in 10⁶ bytes. */
  readonly residentMegabytes: number;
};
