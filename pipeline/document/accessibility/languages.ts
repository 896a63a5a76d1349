import { isKnownLanguage, languageTag, primaryLanguage } from '../../language-tag.ts';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { attributeOf } from '../from-html/html.ts';
import { foreignPassage } from './scripts.ts';
import { isInside, placeIn, type Run, type TextView } from './text-view.ts';

/** What is wrong with languages (WCAG 3.1.1, 3.1.2): tags that are none, and passages in a script that their language is not written in. */
export function languageProblems(view: TextView): readonly Problem[] {
  return [...tagProblems(view), ...scriptProblems(view)];
}

function tagProblems(view: TextView): readonly Problem[] {
  return view.scenes.flatMap(({ element }) => {
    const written = (attributeOf(element, 'lang') || attributeOf(element, 'xmlLang')).trim();
    if (written === '') return [];
    const tag = languageTag(written);
    const place = placeIn(view, element);
    if (tag === undefined) return [problems.languageTagWrong(place, written)];
    return isKnownLanguage(tag) ? [] : [problems.languageUnknown(place, written)];
  });
}

/** A stretch of paragraphs in one foreign script is told once, where it begins. */
function scriptProblems(view: TextView): readonly Problem[] {
  const found: Problem[] = [];
  let told: string | undefined;
  for (const run of view.runs) {
    const { text, language, ancestors } = run;
    if (isInside(ancestors, 'code', 'pre', 'kbd', 'samp', 'rt') || !/\p{L}/u.test(text.value)) continue;
    const passage = foreignPassage(text.value, language);
    if (!passage) {
      // A word of another script in between says nothing about the stretch.
      if (told !== undefined && /(?:\p{L}+\P{L}+){3}/u.test(text.value)) told = undefined;
      continue;
    }
    const key = `${primaryLanguage(language)} ${passage.script}`;
    if (told !== key)
      found.push(problems.languageOfScript(placeOfPassage(view, run, passage.words), passage.script, language, passage.words.slice(0, 40))); // prettier-ignore
    told = passage.isWhole ? key : undefined;
  }
  return found;
}

/** Where a passage begins: inside a long paragraph that is far from where the paragraph does. */
function placeOfPassage(view: TextView, { text }: Run, words: string): Place {
  const begin = text.position?.start.offset;
  const end = text.position?.end.offset;
  const first = words.split(/\s/u, 1).join('');
  const at = begin === undefined ? -1 : view.markdown.indexOf(first, begin);
  if (at === -1 || end === undefined || at > end) return placeIn(view, text);
  const before = view.markdown.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file: view.file, line: before.split('\n').length, column: at - lineStart + 1 };
}
