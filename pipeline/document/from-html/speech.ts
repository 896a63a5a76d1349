import type { Element } from 'hast';
import { holdable } from '../../holdable.ts';
import type { Speech } from '../model.ts';
import { isIpa, isRule, isSayable, pauseSeconds, ruleNames } from '../speech-values.ts';
import { attributeOf } from './html.ts';

/*
 * What the directives of speech left in `data-lectern` and `data-label`. Raw HTML may hold the same attributes, so the values
 * are judged here as they are there; what is wrong here says nothing.
 */

export function speechOf(element: Element): Speech | undefined {
  const value = valueOf(element);
  switch (attributeOf(element, 'dataLectern')) {
    case 'say':
      return isSayable(value) ? { say: value } : undefined;
    case 'ph':
      return isIpa(value) ? { ipa: value } : undefined;
    case 'plain': {
      const names = ruleNames(value);
      if (names.length === 0) return { off: 'all' };
      return names.every(isRule) ? { off: names } : undefined;
    }
    default:
      return undefined;
  }
}

/** The voice that is wanted for what an element holds. */
export function voiceOf(element: Element): string | undefined {
  const name = attributeOf(element, 'dataLectern') === 'voice' ? valueOf(element) : '';
  return name === '' ? undefined : name;
}

/** The silence that an element stands for, in seconds; 0 where it was asked for and is none. */
export function silenceOf(element: Element): number | undefined {
  if (attributeOf(element, 'dataLectern') !== 'pause') return undefined;
  return pauseSeconds(valueOf(element)) ?? 0;
}

function valueOf(element: Element): string {
  return holdable(attributeOf(element, 'dataLabel')).replace(/\s+/gu, ' ').trim();
}
