import type { Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { heardOf, isInside, placeIn, type TextView } from './text-view.ts';

/**
 * Headings that are more than one level below the one before them (WCAG 1.3.1, H42). The book closes the gap, since a listener
 * goes from heading to heading by level; but whether a section is missing, only the author knows. An empty heading is told where
 * it is left out.
 */
export function headingProblems(view: TextView): readonly Problem[] {
  const found: Problem[] = [];
  let previous: number | undefined;
  for (const { element, ancestors } of view.scenes) {
    const level = Number(/^h([1-6])$/u.exec(element.tagName)?.[1] ?? 0);
    if (level === 0 || heardOf(element).trim() === '') continue;
    if (isInside(ancestors, 'blockquote', 'figure', 'table', 'li')) continue;
    if (previous !== undefined && level > previous + 1)
      found.push(problems.headingLevelSkipped(placeIn(view, element), level, previous));
    previous = level;
  }
  return found;
}
