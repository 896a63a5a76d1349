/** An EPUB with read-aloud, made by hand, in which nothing is wrong. Tests break it in one place. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { bindOverlay } from '../../pipeline/audio/bind-overlay.ts';
import { encodeChunk } from '../../pipeline/audio/chunks/encode-chunk.ts';
import { gridOf } from '../../pipeline/audio/chunks/grid.ts';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import { contextOf } from '../audio/temporary-blobs.ts';
import { tone } from '../audio/tones.ts';

/** The files of an archive by name, in its order. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

export const names = {
  package: 'EPUB/package.opf',
  contents: 'EPUB/contents.xhtml',
  page: 'EPUB/page.xhtml',
  contentsOverlay: 'EPUB/contents.smil',
  overlay: 'EPUB/page.smil',
  audio: 'EPUB/page.m4a',
  style: 'EPUB/style.css',
} as const;

const soundRate = 22_050;

/** Sound is cut on this grid, and so `sound` is as long as so many of them, in seconds. */
export const gridSeconds = gridOf(soundRate) / soundRate;

/** At least so much sound in AAC, up to the next grid, as the audio stage of a build encodes it. */
export async function sound(seconds: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-sound-'));
  try {
    const { blobs } = await openStore(join(folder, 'store'));
    const whole = Math.ceil(Math.round(seconds * soundRate) / gridOf(soundRate)) * gridOf(soundRate);
    const pieces = [await blobs.write([tone(whole / soundRate, soundRate)])];
    const tools = contextOf(blobs, { ffmpeg: await findFfmpeg({ environment: process.env }) });
    const level = { gainDb: 0, ceilingDb: -1, truePeakDb: 0, codec: 'aac', kilobits: 64 } as const;
    const chunk = await encodeChunk.run({ pieces, sampleRate: soundRate, ...level }, tools);
    const { file } = await bindOverlay.run({ chunks: [chunk], sampleRate: soundRate }, tools);
    return await readFile(await blobs.path(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';

function page(title: string, body: string): string {
  return `${xml}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>${title}</title><link rel="stylesheet" href="style.css" /></head>
<body>
${body}
</body>
</html>
`;
}

export function par(text: string, audio: string, begin: string, end: string): string {
  return `<par><text src="${text}" /><audio src="${audio}" clipBegin="${begin}" clipEnd="${end}" /></par>`;
}

function overlay(document: string, pars: readonly string[]): string {
  return `${xml}<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
<body epub:textref="${document}">
${pars.join('\n')}
</body>
</smil>
`;
}

/** A picture of one pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** A contents page of 1 second, and a page of 4. */
export async function smallEpub(): Promise<Parts> {
  const clips = (['title', 'one', 'two', 'image', 'caption'] as const).map((id, index) =>
    par(`page.xhtml#${id}`, 'page.m4a', `0:00:0${index}.000`, `0:00:0${index + 1}.000`),
  );
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${xml}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml" /></rootfiles>
</container>
`,
    [names.package]: `${xml}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:2b0d4f0a-5d7e-4a51-9d35-6c1f0f3c8a11</dc:identifier>
<dc:title>A small book</dc:title>
<dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
<meta property="schema:accessibilityFeature">synchronizedAudioText</meta>
<meta property="media:active-class">heard</meta>
<meta property="media:playback-active-class">playing</meta>
<meta property="media:duration" refines="#contents-overlay">0:00:01.000</meta>
<meta property="media:duration" refines="#page-overlay">0:00:05.000</meta>
<meta property="media:duration">0:00:06.000</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav" media-overlay="contents-overlay" />
<item id="page" href="page.xhtml" media-type="application/xhtml+xml" media-overlay="page-overlay" />
<item id="contents-overlay" href="contents.smil" media-type="application/smil+xml" />
<item id="page-overlay" href="page.smil" media-type="application/smil+xml" />
<item id="contents-audio" href="contents.m4a" media-type="audio/mp4" />
<item id="page-audio" href="page.m4a" media-type="audio/mp4" />
<item id="picture" href="picture.png" media-type="image/png" />
<item id="style" href="style.css" media-type="text/css" />
</manifest>
<spine><itemref idref="contents" /><itemref idref="page" /></spine>
</package>
`,
    [names.contents]: page('Contents', `<nav epub:type="toc" role="doc-toc"><h1 id="heading">Contents</h1><ol><li><a id="link" href="page.xhtml">The harbour</a></li></ol></nav>`), // prettier-ignore
    [names.page]: page(
      'The harbour',
      `<h1 id="title">The harbour</h1>
<p><span id="one">We came at noon.</span> <span id="two">It was <em>very</em> quiet.</span></p>
<p>—</p>
<p hidden="hidden">Nobody sees this.</p>
<p><span aria-hidden="true">Nobody hears this.</span></p>
<figure><img id="image" src="picture.png" alt="A pier in the sun." />
<figcaption id="caption">Built in 1851.</figcaption></figure>`,
    ),
    [names.contentsOverlay]: overlay('contents.xhtml', [
      par('contents.xhtml#heading', 'contents.m4a', '0s', '0.5s'),
      par('contents.xhtml#link', 'contents.m4a', '500ms', '00:01'),
    ]),
    [names.overlay]: overlay('page.xhtml', clips),
    'EPUB/contents.m4a': await sound(1),
    [names.audio]: await sound(5),
    'EPUB/picture.png': picture,
    [names.style]: '.playing p { opacity: 0.8 }\n@media screen { .heard { outline: 1px solid } }\n',
  };
}

/** The archive: `mimetype` first and as it is, as OCF wants it. */
export async function pack(parts: Parts): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) {
    const isStored = name === 'mimetype' || name.endsWith('.m4a');
    zip.file(name, content, { createFolders: false, compression: isStored ? 'STORE' : 'DEFLATE' });
  }
  return zip.generateAsync({ type: 'nodebuffer' });
}

/** The parts with a text changed in one of them. @throws Error where there is nothing to change. */
export function change(parts: Parts, name: string, from: string | RegExp, to: string): Parts {
  const text = parts[name];
  if (typeof text !== 'string') throw new Error(`${name} is no text.`);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${name} holds nothing like ${String(from)}.`);
  return { ...parts, [name]: changed };
}

export function without(parts: Parts, name: string): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([one]) => one !== name));
}
