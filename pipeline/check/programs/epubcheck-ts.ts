/** The port of EPUBCheck to TypeScript, which needs no program beside Node. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Archive, ArchiveEntry } from '../epub/archive.ts';
import type { Epub } from '../epub/open-epub.ts';
import { slimArchive } from '../epub/slim-archive.ts';
import type { Finding, FindingPlace } from '../finding.ts';

/** It unpacks everything at once; what would take more is given to it without the pictures' and sounds' bytes. */
const wholeBytes = 32 * 1024 * 1024;

const manifestSchema = z.object({ version: z.string() });

export function epubcheckTsVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('@likecoin/epubcheck-ts/package.json');
  return manifestSchema.parse(manifest).version;
}

/** @throws UnreadableError where the archive is damaged, or its texts are more than any book has. */
export async function runEpubcheckTs(source: string | Uint8Array, epub: Epub): Promise<readonly Finding[]> {
  // Loaded where it is used: it brings a parser in WebAssembly.
  const [{ EpubCheck }, bytes] = await Promise.all([
    import('@likecoin/epubcheck-ts'),
    bytesFor(source, epub),
  ]);
  const { messages } = await EpubCheck.validate(bytes);
  return messages.flatMap(({ id, severity, message, location }): readonly Finding[] => {
    if (severity === 'usage' || isSpelling(id, message) || isLandmark(message, location?.path, epub))
      return [];
    const place = location && placeOf(location);
    return [{ checker: 'epubcheck-ts', severity, code: id, message, ...(place && { place }) }];
  });
}

/** The port compares the identifier with the NCX's as they are written, where one may have a reference for a sign. */
function isSpelling(id: string, message: string): boolean {
  if (id !== 'NCX-001') return false;
  const [, one, other] = /NCX uid "(.*)" does not match OPF unique identifier "(.*)"/su.exec(message) ?? [];
  return one !== undefined && other !== undefined && plain(one) === plain(other);
}

/** The port takes a landmark that leads to the index for an index, which has no entries. */
function isLandmark(message: string, path: string | undefined, { package: { items } }: Epub): boolean {
  if (!message.startsWith('An "index" must contain')) return false;
  return items.some((item) => item.path === path && item.properties.includes('nav'));
}

function plain(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const point = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
      return point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

async function bytesFor(
  source: string | Uint8Array,
  { archive, package: { items } }: Epub,
): Promise<Uint8Array> {
  if (unpackedBytes(archive) <= wholeBytes) return typeof source === 'string' ? readFile(source) : source;
  const types = new Map(items.map(({ path, mediaType }) => [path, mediaType]));
  // A drawing is a text, which is checked.
  const isCut = ({ name }: ArchiveEntry): boolean =>
    /^(?:audio|video|font|image)\/(?!svg\+xml)/.test(types.get(name) ?? '');
  return slimArchive(archive, isCut);
}

function unpackedBytes({ entries }: Archive): number {
  return [...entries.values()].reduce((sum, { bytes, packedBytes }) => sum + bytes + packedBytes, 0);
}

function placeOf({
  path,
  line,
  column,
}: {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}): FindingPlace {
  // prettier-ignore
  // It says 0 or less where it knows none.
  const known = (number: number | undefined): number | undefined => (number !== undefined && number > 0 ? number : undefined); // prettier-ignore
  const [l, c] = [known(line), known(column)];
  return { path, ...(l !== undefined && { line: l }), ...(c !== undefined && { column: c }) };
}
