import type { BuildEvent } from '../events.ts';

/** One thing that a person waits for, counted. */
export type Task = {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly recalled: number;
};

/**
 * Follows a build by its events, and knows how far each kind of work is: what both the plain and the terminal printer
 * show. Speech counts utterances, encoding chunks of sound.
 */
export class Progress {
  publication = '';
  title = '';
  #utterances = 0;
  #spoken = 0;
  #recalled = 0;
  #heard = 0;
  #chunks = 0;
  #encoded = 0;
  #fetching: { what: string; done: number; total: number } | undefined;
  readonly #encoding = new Map<string, { done: number; total: number }>();

  take(event: BuildEvent): void {
    if (event.type === 'opened') {
      this.publication = event.publication;
      this.title = event.title;
      this.#utterances = this.#spoken = this.#recalled = this.#heard = 0;
      this.#chunks = this.#encoded = 0;
      this.#encoding.clear();
      this.#fetching = undefined;
    } else if (event.type === 'planned') {
      this.#utterances = event.utterances;
      this.#fetching = undefined;
    } else if (event.type === 'installing')
      this.#fetching = { what: event.what, done: event.doneBytes, total: event.totalBytes };
    else if (event.type === 'encoding') this.#chunks += event.chunks;
    // What is in another language was not heard.
    else if (event.type === 'verified') this.#heard = this.#utterances;
    else if (event.type === 'step') this.#step(event.step);
  }

  tasks(): readonly Task[] {
    const tasks: Task[] = [];
    if (this.#fetching) {
      const { what, done, total } = this.#fetching;
      tasks.push({
        name: what === 'recogniser' ? 'Fetching recogniser' : 'Fetching voice',
        done,
        total,
        recalled: 0,
      });
    }
    if (this.#utterances > 0) {
      tasks.push({
        name: 'Speaking',
        done: this.#spoken + this.#recalled,
        total: this.#utterances,
        recalled: this.#recalled,
      });
    }
    if (this.#heard > 0)
      tasks.push({ name: 'Hearing again', done: this.#heard, total: this.#utterances, recalled: 0 });
    // A chunk that two deliveries share is announced for each, and may be encoded once.
    if (this.#chunks > 0)
      tasks.push({ name: 'Encoding', done: Math.min(this.#encoded, this.#chunks), total: this.#chunks, recalled: 0 }); // prettier-ignore
    for (const [stage, { done, total }] of this.#encoding)
      tasks.push({ name: stageNames[stage] ?? stage, done, total, recalled: 0 });
    return tasks;
  }

  #step(step: Extract<BuildEvent, { type: 'step' }>['step']): void {
    if (step.stage === 'speak') {
      if (step.type === 'finished') this.#spoken++;
      if (step.type === 'recalled') this.#recalled++;
    } else if (step.stage === 'transcribe') {
      if (step.type === 'finished' || step.type === 'recalled') this.#heard++;
    } else if (step.stage === 'encode-chunk') {
      if (step.type === 'finished' || step.type === 'recalled') this.#encoded++;
    } else if (step.stage in stageNames && (step.type === 'started' || step.type === 'progress')) {
      this.#encoding.set(
        step.stage,
        step.type === 'progress' ? { done: step.done, total: step.total } : { done: 0, total: 1 },
      );
    } else if (step.stage in stageNames && step.type === 'finished') {
      this.#encoding.set(step.stage, { done: 1, total: 1 });
    }
  }
}

/** The stages that take long enough to be shown, as a person would call them. */
export const stageNames: Readonly<Record<string, string>> = {
  'encode-whole': 'Encoding whole files',
  epub: 'Making EPUB',
};
