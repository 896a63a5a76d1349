import type { Element, Root } from 'xast';
import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';
import { elementsOf, localName, placeOf, textOf } from '../epub/xml.ts';

/** Whoever listens hears a caption after the text alternative; the same words twice tell nothing. */
export function checkCaptions(root: Root, path: string): readonly Finding[] {
  return [...elementsOf(root)]
    .filter((element) => localName(element) === 'figure')
    .flatMap((figure): readonly Finding[] => {
      const inside = [...elementsOf(figure)];
      const captions = named(inside, 'figcaption').map((caption) => plain(textOf(caption)));
      return named(inside, 'img')
        .filter(({ attributes: { alt } }) => plain(alt ?? '') !== '' && captions.includes(plain(alt ?? '')))
        .map(
          (image) =>
          finding('caption-repeats-alt', `The caption repeats the image’s alt text “${image.attributes['alt'] ?? ''}”.`, placeOf(path, image)), // prettier-ignore
        );
    });
}

const named = (elements: readonly Element[], name: string): readonly Element[] =>
  elements.filter((element) => localName(element) === name);

/** Case, spaces and the stop at the end make no other words. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[.!]$/, '').toLowerCase();
}
