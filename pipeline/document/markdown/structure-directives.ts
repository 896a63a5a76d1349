import { toString } from 'mdast-util-to-string';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { authoredKind } from '../../chapter-kinds.ts';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';

/** Those that mark a place in the text: what a chapter is, and where a page of a print edition begins. */
export const placeDirectives = ['chapter', 'page'] as const;

type Directive = TextDirective | LeafDirective | ContainerDirective;

export function isPlaceDirective({ name }: Directive): boolean {
  return name === 'page' || name === 'chapter';
}

/** Gives a directive an element without content, whose `data-lectern` says what it is and whose `data-label` holds its value. */
export function applyPlaceDirective(node: Directive, place: Place): readonly Problem[] {
  const isMisplaced =
    node.type === 'containerDirective' || (node.name === 'chapter' && node.type === 'textDirective');
  if (isMisplaced) return applyMisplaced(node, place);
  const value = valueOf(node);
  const found = node.name === 'page' ? faultsInPage(value, place) : faultsInKind(value, place);
  const isRight = node.name === 'page' ? found.length === 0 : authoredKind(value) !== undefined;
  node.children = [];
  node.data = {
    hName: node.type === 'textDirective' ? 'span' : 'div',
    hProperties: isRight ? { dataLectern: node.name, dataLabel: value } : {},
  };
  return found;
}

/** What stands in it stays. */
function applyMisplaced(node: Directive, place: Place): readonly Problem[] {
  node.data = { hName: node.type === 'textDirective' ? 'span' : 'div' };
  return [problems.directiveMisplaced(place, node.name)];
}

/**
 *     ::chapter{type=preface}   ::chapter{preface}
 *     :page[12]   :page{12}   :page{number=12}
 */
function valueOf(node: Directive): string {
  const given = Object.keys(node.attributes ?? {});
  const named = node.attributes?.[node.name === 'page' ? 'number' : 'type'] ?? '';
  const alone = given.length === 1 ? (given[0] ?? '').replace(/^\{|\}$/gu, '') : '';
  return (toString(node).trim() || named || alone).replace(/\s+/gu, ' ').trim();
}

function faultsInPage(number: string, place: Place): readonly Problem[] {
  return isPageNumber(number) ? [] : [problems.directiveIncomplete(place, 'page', 'the number of a page')];
}

function faultsInKind(written: string, place: Place): readonly Problem[] {
  if (written === '') return [problems.directiveIncomplete(place, 'chapter', 'the type of the chapter')];
  return authoredKind(written) === undefined ? [problems.chapterKindUnknown(place, written)] : [];
}

/** Numbers of print are short: 12, xii, A-3. */
export function isPageNumber(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}.–-]{0,15}$/u.test(text);
}
