/** The overlays of an EPUB, as a reading system finds them. */
import JSZip from 'jszip';

export type Par = {
  /** Names in the container. */
  readonly page: string;
  readonly id: string;
  readonly audio: string;
  readonly beginSeconds: number;
  readonly endSeconds: number;
};

export async function parsOf(epub: Uint8Array): Promise<readonly Par[]> {
  const zip = await JSZip.loadAsync(epub);
  const names = Object.keys(zip.files).filter((name) => name.endsWith('.smil'));
  const texts = await Promise.all(names.map(async (name) => (await zip.file(name)?.async('string')) ?? ''));
  return texts.flatMap((text) =>
    [...text.matchAll(/<text src="\.\.\/([^"#]+)#([^"]+)"\/><audio src="\.\.\/([^"]+)" clipBegin="([^"]+)" clipEnd="([^"]+)"\/>/g)] // prettier-ignore
      .map(([, page = '', id = '', audio = '', begin = '', end = '']) => ({
        page: `OEBPS/${page}`,
        id,
        audio: `OEBPS/${audio}`,
        beginSeconds: seconds(begin),
        endSeconds: seconds(end),
      })),
  );
}

function seconds(clock: string): number {
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
