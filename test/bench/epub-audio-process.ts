/**
 * Packs and checks an EPUB of so many chapters, each with read-aloud of so many bytes, in a process of its own:
 *
 *     epub-audio-process.ts FOLDER CHAPTERS BYTES
 *
 * Prints, as JSON, what came of it and the most memory that it held: after packing, and after checking as well.
 */
import { join } from 'node:path';
import { quickCheck } from '../../pipeline/check/quick-check.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import { makeEpub } from '../../pipeline/epub/make-epub.ts';
import { orderOf, voicedOf } from '../../pipeline/epub/overlay/voiced.ts';
import { book, chapter, heading, metadata, paragraph } from '../epub/books.ts';
import { fakeM4a } from '../helpers/fake-m4a.ts';

export type PackedAloud = {
  readonly bytes: number;
  /** In 10⁶ bytes: this process's largest resident set until then. */
  readonly packedMegabytes: number;
  readonly checkedMegabytes: number;
  readonly packedSeconds: number;
  readonly checkedSeconds: number;
  readonly findings: readonly string[];
};

const [folder = '', chapters = '', bytes = ''] = process.argv.slice(2);
const sampleRate = 44_100;
const seconds = Number(bytes) / 8000;
const { blobs } = await openStore(join(folder, 'store'));
const audio = await blobs.write(fakeM4a(Number(bytes), seconds));
const pages = Array.from({ length: Number(chapters) }, (_, number) => {
  const paragraphs = Array.from({ length: 100 }, (__, index) =>
    paragraph(`p-${number}-${index}`, `The harbour of chapter ${number} was quiet for the time number ${index}. `, 'So they waited.'),
  ); // prettier-ignore
  return chapter(`c-${number}`, [heading(1, `h-${number}`, `Chapter ${number}`), ...paragraphs]);
});
const input = {
  book: book(pages),
  metadata: metadata({ modified: '2026-11-20T09:00:00Z' }),
  slug: 'aloud',
  readAloud: { narrator: 'Nobody', pages: pages.map(({ id, ...page }) => ({ id, audio, sampleRate, ...timesOf({ id, ...page }) })) }, // prettier-ignore
};
const { signal } = new AbortController();
let began = performance.now();
const { file } = await makeEpub.run(input, { signal, tools: {}, blobs, progress: () => undefined });
const packedMegabytes = mostMegabytes();
const packedSeconds = (performance.now() - began) / 1000;
began = performance.now();
const findings = await quickCheck(await blobs.path(file));
const result: PackedAloud = {
  bytes: file.bytes,
  packedMegabytes,
  checkedMegabytes: mostMegabytes(),
  packedSeconds,
  checkedSeconds: (performance.now() - began) / 1000,
  findings: findings.map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
};
console.log(JSON.stringify(result));

/** As if all that the page shows took the same time. */
function timesOf(page: Parameters<typeof voicedOf>[0]) {
  const targets = [...orderOf(voicedOf(page)).keys()];
  const samples = Math.floor(seconds * sampleRate);
  const at = (index: number): number => Math.round((samples * index) / targets.length);
  return {
    samples,
    segments: targets.map((target, index) => ({
      target,
      beginSample: at(index),
      endSample: at(index + 1),
    })),
  };
}

/** `maxRSS` is in kilobytes of 1024 bytes. */
function mostMegabytes(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}
