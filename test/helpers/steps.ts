import type { StepEvent } from '../../pipeline/engine/events.ts';
import { eventsOf, type EndedLectern } from './lectern.ts';

/** The steps of a run with `--json` that ended so, or began, as "stage label". */
export function steps(
  run: Pick<EndedLectern, 'stdout'>,
  type: StepEvent['type'],
  stage?: string,
): readonly string[] {
  return eventsOf(run).flatMap((event) =>
    event.type === 'step' && event.step.type === type && (stage === undefined || event.step.stage === stage)
      ? [`${event.step.stage} ${event.step.label}`]
      : [],
  );
}
