/** An EPUB as a reading system meets it: what each page shows, and what is heard of it. It shares no code with our checks. */
import JSZip from 'jszip';
import type { Element, Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { elementsOf } from '../bind.ts';

/** What is to be heard once: a run of text, or the words in place of a picture or a formula. */
export type Shown = {
  readonly words: string;
  /** The ids of all that it stands in, its own first. */
  readonly within: readonly string[];
};
/** Times in whole milliseconds of the page's audio. */
export type HeardClip = {
  readonly id: string;
  readonly page: string;
  readonly audio: string;
  readonly begin: number;
  readonly end: number;
};
export type HeardPage = {
  /** Names in the archive. */
  readonly page: string;
  readonly audio: Uint8Array;
  readonly shown: readonly Shown[];
  /** Ids in the order of the document. */
  readonly ids: readonly string[];
  readonly clips: readonly HeardClip[];
};

const root = 'OEBPS';

/** Every page of the manifest. One without an overlay has no clips and no audio. */
export async function readHeardBook(epub: Uint8Array): Promise<readonly HeardPage[]> {
  const zip = await JSZip.loadAsync(epub);
  const text = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? '';
  const items = elementsOf(fromXml(await text(`${root}/content.opf`))).filter(({ name }) => name === 'item');
  const hrefOf = (id: string | null | undefined): string | undefined =>
    items.find(({ attributes }) => attributes['id'] === id)?.attributes['href'] ?? undefined;
  const pages = items.filter(({ attributes }) => attributes['media-type'] === 'application/xhtml+xml');
  return Promise.all(
    pages.map(async ({ attributes }): Promise<HeardPage> => {
      const page = `${root}/${attributes['href'] ?? ''}`;
      const tree = fromXml(await text(page));
      const overlay = hrefOf(attributes['media-overlay']);
      const clips = overlay === undefined ? [] : clipsOf(await text(`${root}/${overlay}`));
      const audio = clips[0] && (await zip.file(clips[0].audio)?.async('uint8array'));
      return {
        page,
        audio: audio ?? new Uint8Array(),
        shown: [...shownIn(tree, [])],
        ids: elementsOf(tree).flatMap((element) => element.attributes['id'] ?? []),
        clips,
      };
    }),
  );
}

const unseen = new Set(['head', 'script', 'style', 'rp']);

function* shownIn(node: Nodes, within: readonly string[]): Generator<Shown> {
  if (node.type === 'text') {
    if (/[\p{L}\p{N}]/u.test(node.value)) yield { words: node.value, within };
    return;
  }
  if (!('children' in node)) return;
  if (node.type === 'root') {
    for (const child of node.children) yield* shownIn(child, within);
    return;
  }
  const { attributes, name } = node;
  if (unseen.has(name) || attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return;
  const inside = attributes['id'] == null ? within : [attributes['id'], ...within];
  const alternative = alternativeOf(node);
  if (alternative === undefined) for (const child of node.children) yield* shownIn(child, inside);
  else if (/[\p{L}\p{N}]/u.test(alternative)) yield { words: alternative, within: inside };
}

function alternativeOf({ name, attributes }: Element): string | undefined {
  if (name === 'img') return attributes['alt'] ?? '';
  return name === 'math' ? (attributes['alttext'] ?? '') : undefined;
}

function clipsOf(smil: string): readonly HeardClip[] {
  return elementsOf(fromXml(smil))
    .filter(({ name }) => name === 'par')
    .map((par) => {
      const [text, audio] = ['text', 'audio'].map(
        (name) => elementsOf(par).find((element) => element.name === name)?.attributes ?? {},
      );
      const [page = '', id = ''] = (text?.['src'] ?? '').split('#');
      return {
        id,
        page: page.replace(/^\.\./, root),
        audio: (audio?.['src'] ?? '').replace(/^\.\./, root),
        begin: milliseconds(audio?.['clipBegin']),
        end: milliseconds(audio?.['clipEnd']),
      };
    });
}

function milliseconds(clock: string | null | undefined): number {
  return Math.round((clock ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000);
}
