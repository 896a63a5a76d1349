import type { Root } from 'hast';
import type { Problem } from '../../problem.ts';
import { figureProblems } from './figures.ts';
import { headingProblems } from './headings.ts';
import { imageProblems } from './images.ts';
import { languageProblems } from './languages.ts';
import { linkProblems } from './links.ts';
import { tableProblems } from './tables.ts';
import { viewOf, type TextView } from './text-view.ts';

const checks: readonly ((view: TextView) => readonly Problem[])[] = [
  headingProblems,
  imageProblems,
  figureProblems,
  tableProblems,
  linkProblems,
  languageProblems,
];

/**
 * What of a text would shut readers out: those who hear it, do not see colours, or go by headings and links. An error is what
 * no reader could make up for; a warning is what the book mends, or what only its author can judge.
 *
 * @param tree the HTML of the whole file, before notes and chapters are taken from it
 */
export function accessibilityProblems(
  file: string,
  markdown: string,
  tree: Root,
  language: string,
): readonly Problem[] {
  const view = viewOf(file, markdown, tree, language);
  return checks.flatMap((check) => check(view));
}
