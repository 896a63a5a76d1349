import type { Nodes, Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { languageTag } from '../../language-tag.ts';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { pauseBounds } from '../speech-values.ts';
import { speechRules, type SpeechRule } from './speech-rules.ts';

type Directive = TextDirective | LeafDirective | ContainerDirective;

const colonsOf = { textDirective: 1, leafDirective: 2, containerDirective: 3 } as const;

export function isSpeechDirective(node: Directive): boolean {
  return Object.hasOwn(speechRules, node.name);
}

/**
 * Whether something that reads as a directive is none: `:pause` in running text, or `std:lang[x]`. A directive has a value,
 * or brackets or braces and no word before its colon.
 */
export function isAccidental(node: TextDirective, source: string): boolean {
  if (Object.keys(node.attributes ?? {}).length > 0) return false;
  const begin = node.position?.start.offset ?? 0;
  const isBare = !/[[{]/.test(source.slice(begin, node.position?.end.offset));
  return isBare || /[\p{L}\p{N}]$/u.test(source.slice(Math.max(0, begin - 2), begin));
}

/** Gives a directive its element, whose `data-lectern` says what it is and whose `data-label` holds its value. */
export function applySpeechDirective(node: Directive, place: Place): readonly Problem[] {
  const rule = speechRules[node.name];
  if (!rule) return [];
  if (!rule.colons.includes(colonsOf[node.type])) return [problems.directiveMisplaced(place, node.name)];
  const { value, id, unknown, unreadable } = attributesOf(node, rule);
  const found: Problem[] = unknown.map((name) =>
    problems.unknownDirectiveAttribute(place, name, node.name, [rule.attribute]),
  );
  if (node.type === 'textDirective' && node.name !== 'pause' && node.children.length === 0)
    found.push(problems.directiveIncomplete(place, node.name, 'its words in brackets'));
  const isMissing = value === undefined || value.trim() === '';
  if (unreadable !== undefined) found.push(problems.directiveUnreadable(place, node.name, unreadable));
  else if (isMissing && rule.value !== undefined)
    found.push(problems.directiveIncomplete(place, node.name, rule.value));
  const faults = isMissing ? [] : rule.faults(value, place);
  found.push(...faults);
  // What went wrong shows its words as if it were not there.
  const isRight = faults.length === 0 && !(isMissing && rule.value !== undefined);
  node.data = {
    hName: node.type === 'textDirective' ? 'span' : 'div',
    hProperties: {
      ...(id !== undefined && { id }),
      ...(isRight && propertiesOf(node.name, value?.trim() ?? '')),
    },
  };
  return found;
}

function propertiesOf(name: string, value: string): Record<string, string> {
  if (name === 'lang') return { lang: languageTag(value) ?? value };
  return { dataLectern: name, dataLabel: value };
}

type Given = {
  readonly value?: string | undefined;
  readonly id?: string | undefined;
  readonly unknown: readonly string[];
  /** Braces that hold no attributes. */
  readonly unreadable?: string;
};

function attributesOf({ attributes }: Directive, { attribute, bare }: SpeechRule): Given {
  const given = new Map(Object.entries(attributes ?? {}).map(([name, value]) => [name, value ?? '']));
  const [braces] = [...given.keys()].filter((name) => name.startsWith('{'));
  if (braces !== undefined) {
    const value = bare ? valueIn(braces) : undefined;
    return { value, unknown: [], ...(value === undefined && { unreadable: braces }) };
  }
  let value = given.get(attribute);
  const id = given.get('id');
  given.delete(attribute);
  given.delete('id');
  // A value alone, `{de}`, is to the parser a name without a value.
  const alone = [...given].find(([, own]) => own === '')?.[0];
  if (bare && value === undefined && alone !== undefined) {
    value = alone;
    given.delete(alone);
  }
  return { value, id, unknown: [...given.keys()] };
}

/** The value in braces, where it may stand alone. */
function valueIn(braces: string): string | undefined {
  const value = braces.slice(1, -1).trim();
  return /^[^\s"'“”=]+(?: s)?$/u.test(value) ? value : undefined;
}

/** A paragraph of pauses alone is a pause between blocks. */
export function asBlockPause(paragraph: Paragraph): LeafDirective | undefined {
  const pauses = paragraph.children.filter((child) => !isBlankText(child));
  const seconds = pauses.map((child) =>
    isPause(child) ? Number.parseFloat(child.data.hProperties.dataLabel) : NaN,
  );
  const sum = seconds.reduce((total, one) => total + one, 0);
  if (!(sum > 0)) return undefined;
  return {
    type: 'leafDirective',
    name: 'pause',
    children: [],
    data: { hName: 'div', hProperties: propertiesOf('pause', String(Math.min(sum, pauseBounds.most))) },
    ...(paragraph.position && { position: paragraph.position }),
  };
}

function isPause(node: Nodes): node is TextDirective & { data: { hProperties: { dataLabel: string } } } {
  return (
    node.type === 'textDirective' &&
    node.children.length === 0 &&
    node.data?.hProperties?.['dataLectern'] === 'pause'
  );
}

function isBlankText(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
