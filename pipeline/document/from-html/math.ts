import type { Element, ElementContent } from 'hast';
import { primaryLanguage } from '../../language-tag.ts';
import { problems } from '../../problems.ts';
import { speakMath } from '../math/english/speak-math.ts';
import { linearMath } from '../math/linear-math.ts';
import type { Block, Formula, Inline } from '../model.ts';
import { cleanText, placeOf, type BuildContext } from './context.ts';
import { isBlank, isElement, textOf } from './html.ts';

/** The code that stands for a formula in a line. */
export function isMathInline(node: ElementContent): node is Element {
  return isElement(node, 'code') && classesOf(node).includes('math-inline');
}

/** A formula that is all that a paragraph holds. */
export function mathAlone(children: readonly ElementContent[]): Element | undefined {
  const [only, more] = children.filter((child) => !isBlank(child));
  return only && !more && isMathInline(only) ? only : undefined;
}

/** Undefined where the element is no formula, or this text was read without mathematics. */
export function mathInlineOf(element: Element, context: BuildContext): readonly Inline[] | undefined {
  if (!context.readMath || !isMathInline(element)) return undefined;
  const formula = formulaOf(element, false, context);
  // What was not understood is told; its words stay.
  return formula ? [{ type: 'math', ...formula }] : [{ type: 'code', value: textOf(element) }];
}

/** A formula in lines of its own, if an element is one. */
export function mathBlockOf(element: Element, context: BuildContext): readonly Block[] | undefined {
  const code =
    element.tagName === 'pre' ? element.children.find((child) => isElement(child, 'code')) : element;
  if (
    !context.readMath ||
    !isElement(code) ||
    !classesOf(code).some((name) => /^language-math$/iu.test(name))
  )
    return undefined;
  const formula = formulaOf(code, true, context, element);
  if (formula) return [{ type: 'math', ...formula }];
  const value = textOf(code).trim();
  return value === '' ? [] : [{ type: 'code', id: context.mint('code', value), value }];
}

/** @param whole what has a place in the source: the element, or that which is made of its fence */
function formulaOf(
  element: Element,
  display: boolean,
  context: BuildContext,
  whole: Element = element,
): Formula | undefined {
  const tex = cleanText(context, element, textOf(element)).trim();
  const read = context.readMath?.(tex, display);
  if (!read) return undefined;
  const linear = 'tree' in read ? linearMath(read.tree) : '';
  const fault = 'fault' in read ? read.fault : linear === '' ? 'it shows nothing' : undefined;
  if (fault !== undefined || !('tree' in read)) {
    context.found.push(problems.mathNotUnderstood(placeOf(context, whole), tex, fault ?? ''));
    return undefined;
  }
  const spoken = primaryLanguage(context.language) === 'en' ? speakMath(read.tree) : '';
  return {
    id: context.mint('math', tex),
    tex,
    tree: read.tree,
    linear,
    alttext: spoken === '' ? linear : spoken,
  };
}

function classesOf(element: Element): readonly string[] {
  const names = element.properties['className'];
  return Array.isArray(names) ? names.map(String) : [];
}
