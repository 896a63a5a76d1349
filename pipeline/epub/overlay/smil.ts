import type { Element } from 'xast';
import { serialiseXml } from '../../xml/serialise.ts';
import { x } from '../../xml/x.ts';
import { clockValue } from './clock.ts';
import type { OverlayClip } from './clips.ts';
import type { Voiced } from './voiced.ts';

export type SmilInput = {
  /** Addresses relative to the overlay's. */
  readonly text: string;
  readonly audio: string;
  readonly voiced: readonly Voiced[];
  readonly clips: readonly OverlayClip[];
};

/**
 * The overlay of one page (EPUB 3.3, 9.2.2): the order is that of the text, the times are those of its audio. What is not
 * voiced is left out, and so is a group in which nothing is.
 *
 * @throws Error where a clip voices what the page does not have.
 */
export function smilDocument({ text, audio, voiced, clips }: SmilInput): string {
  const byTarget = new Map(clips.map((clip) => [clip.target, clip]));
  const placed = new Set<string>();
  const elementsOf = (nodes: readonly Voiced[]): readonly Element[] =>
    nodes.flatMap((node): readonly Element[] => {
      const clip = byTarget.get(node.id);
      const own = clip === undefined ? [] : [par(clip)];
      if (clip !== undefined) placed.add(clip.target);
      if (!('inside' in node)) return own;
      const inside = [...own, ...elementsOf(node.inside)];
      const address = `${text}#${node.id}`;
      return inside.length === 0
        ? []
        : [x('seq', { 'epub:textref': address, 'epub:type': node.type }, ...lines(inside))];
    });
  const par = ({ target, beginMilliseconds, endMilliseconds }: OverlayClip): Element =>
    x(
      'par',
      {},
      x('text', { src: `${text}#${target}` }),
      x('audio', {
        src: audio,
        clipBegin: clockValue(beginMilliseconds),
        clipEnd: clockValue(endMilliseconds),
      }),
    );
  const body = elementsOf(voiced);
  const lost = clips.find(({ target }) => !placed.has(target));
  if (lost !== undefined) throw new Error(`${text} has no place for ${lost.target}, which is voiced.`);
  return serialiseXml(
    x(
      'smil',
      { xmlns: 'http://www.w3.org/ns/SMIL', 'xmlns:epub': 'http://www.idpf.org/2007/ops', version: '3.0' },
      '\n',
      x('body', { 'epub:textref': text }, ...lines(body)),
      '\n',
    ),
  );
}

function lines(elements: readonly Element[]): readonly (Element | string)[] {
  return elements.flatMap((element): (Element | string)[] => ['\n', element]).concat('\n');
}
