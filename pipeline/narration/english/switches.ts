import type { WordingRule } from '../../wording-rules.ts';
import type { RulesOff } from '../spoken-word.ts';

/** Whether rules of a group must leave this stretch alone. */
export type Switches = (group: WordingRule | undefined, begin: number, end: number) => boolean;

/** Asked from the first character on: what lies behind is looked at no more. */
export function switchesOf(off: readonly RulesOff[]): Switches {
  const stretches = [...off].sort((a, b) => a.begin - b.begin);
  let active: readonly RulesOff[] = [];
  let next = 0;
  return (group, begin, end) => {
    while (next < stretches.length && (stretches[next]?.begin ?? 0) < end) {
      const stretch = stretches[next];
      if (stretch !== undefined) active = [...active.filter((one) => one.end > begin), stretch];
      next++;
    }
    return active.some(
      (one) =>
        one.begin < end &&
        one.end > begin &&
        (one.rules === 'all' || (group !== undefined && one.rules.includes(group))),
    );
  };
}
