import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LpfInput } from '../../pipeline/lpf/lpf-input.ts';
import { makeLpf } from '../../pipeline/lpf/make-lpf.ts';
import { contextOf, memoryBlobs, type MemoryBlobs } from '../epub/memory-blobs.ts';
import { unzip, type ZipEntry } from '../epub/unzip.ts';
import { findProgram } from '../tools/find-program.ts';
import { anyAudiobook } from './any-audiobook.ts';
import { audiobookSchema, thousandths, type AudiobookManifest } from './manifest-schema.ts';

const blobs = memoryBlobs();
const input = anyAudiobook(blobs);
const { entries, manifest, page, archive } = await packed(input, blobs);

type Packed = {
  readonly archive: Buffer;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** As it was written: whether it is one is for the test to say. */
  readonly manifest: unknown;
  readonly page: string;
};
async function packed(book: LpfInput, store: MemoryBlobs): Promise<Packed> {
  const { file } = await makeLpf.run(book, contextOf(store));
  const bytes = store.get(file);
  const found = new Map((await unzip(bytes)).map((entry) => [entry.name, entry]));
  const text = (name: string): string => found.get(name)?.bytes.toString() ?? '';
  return {
    archive: bytes,
    entries: found,
    manifest: JSON.parse(text('publication.json')),
    page: text('index.html'),
  };
}

describe('the manifest', () => {
  test('has all that the profile requires, and nothing unknown', () => {
    const { error } = audiobookSchema.safeParse(manifest);
    expect(error?.issues ?? []).toEqual([]);
  });

  const good = manifest as AudiobookManifest;
  const [first, ...others] = good.readingOrder;
  test.each<[string, object]>([
    ['no context', { '@context': ['https://schema.org'] }],
    ['another profile', { conformsTo: 'https://www.w3.org/TR/pub-manifest/' }],
    ['no name', { name: '' }],
    ['no chapters', { readingOrder: [] }],
    ['another length', { duration: 'PT1S' }],
    ['a length in words', { duration: '1 h' }],
    ['no contents', { resources: good.resources.filter(({ rel }) => rel !== 'contents') }],
    ['an alternate that is not listed', { resources: good.resources.slice(0, 2) }],
    ['a date that is none', { datePublished: 'October' }],
    ['a chapter that is no sound', { readingOrder: [{ ...first, encodingFormat: 'text/html' }, ...others] }],
    ['a chapter elsewhere', { readingOrder: [{ ...first, url: '../01.m4a' }, ...others] }],
    ['a chapter twice', { readingOrder: [first, first] }],
    ['no identifier', { id: undefined }],
    ['a member that nobody knows', { title: 'x' }],
  ])('would be refused with %s', (_what, change) => {
    expect(audiobookSchema.safeParse({ ...good, ...change }).success).toBe(false);
  });

  test('says who, what and how long', () => {
    expect(manifest).toMatchObject({
      '@context': expect.arrayContaining([{ language: 'en-GB', direction: 'ltr' }]) as unknown,
      name: 'The Ferry & the <Island>',
      author: ['Jane Doe', 'Diane Francis'],
      readBy: ['Kokoro (a synthetic voice)'],
      publisher: { name: 'Harbour Press' },
      datePublished: '2026-10-01',
      dateModified: '2026-11-26T00:00:00Z',
      duration: 'PT3612.646S',
      accessModeSufficient: [{ itemListElement: ['auditory'] }, { itemListElement: ['textual'] }],
      accessibilityFeature: ['readingOrder', 'tableOfContents', 'unlocked', 'transcript', 'captions'],
    });
    expect(good.readingOrder.map(({ name, duration }) => [name, duration])).toEqual([
      ['Arrival', 'PT12.346S'],
      ['Night & "Day" </a><script>', 'PT0.1S'],
      ['نهاية', 'PT3600.2S'],
    ]);
  });

  test('of a book of which little is known has no more than that', async () => {
    const store = memoryBlobs();
    const { cover: _cover, modified: _modified, licence: _licence, ...rest } = anyAudiobook(store);
    const chapters = rest.chapters.map(({ texts: _texts, ...chapter }) => chapter);
    const tags = { title: 'كتاب', authors: [], language: 'ar', date: '1905' };
    const made = await packed({ ...rest, chapters, tags, direction: 'rtl' }, store);
    expect(audiobookSchema.safeParse(made.manifest).error?.issues ?? []).toEqual([]);
    expect(made.manifest).not.toHaveProperty('datePublished');
    expect(made.manifest).toMatchObject({ accessMode: ['auditory'], readingProgression: 'rtl' });
    expect(made.page).toContain('<html lang="ar" dir="rtl">');
    expect([...made.entries.keys()]).toEqual([
      'publication.json', 'index.html', 'audio/01.m4a', 'audio/02.m4a', 'audio/03.m4a',
    ]); // prettier-ignore
  });

  test('whatever the chapters’ lengths, the book is as long as they are', async () => {
    const store = memoryBlobs();
    const book = anyAudiobook(store);
    const [model] = book.chapters;
    if (model === undefined) throw new Error('There is no chapter.');
    const lengths = fc.array(fc.double({ min: 0.001, max: 40_000, noNaN: true }), { minLength: 1, maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(lengths, async (all) => {
        const chapters = all.map((seconds, index) => ({ ...model, id: `c${index}`, seconds }));
        const made = audiobookSchema.parse((await packed({ ...book, chapters }, store)).manifest);
        const sum = all.reduce((total, seconds) => total + seconds, 0);
        expect(Math.abs(thousandths(made.duration) / 1000 - sum)).toBeLessThan(0.0006 * all.length);
      }),
      { numRuns: 15 },
    );
  }); // prettier-ignore
});

describe('the package', () => {
  test('holds every file that the manifest names, whole, and no others', () => {
    const { readingOrder, resources } = audiobookSchema.parse(manifest);
    const named = [...readingOrder, ...resources].map(({ url }) => url);
    expect(new Set(entries.keys())).toEqual(new Set([...named, 'publication.json']));
    for (const { url, integrity } of [...readingOrder, ...resources]) {
      if (integrity === undefined) continue;
      const digest = createHash('sha256').update(entries.get(url)?.bytes ?? '').digest('base64');
      expect([url, integrity]).toEqual([url, `sha256-${digest}`]);
    }
  }); // prettier-ignore

  test('stores sound and pictures, and deflates texts', () => {
    for (const { name, stored } of entries.values())
      expect([name, stored]).toEqual([name, /\.(m4a|jpg)$/.test(name)]);
  });

  test('has the same bytes each time, and no time of its own', async () => {
    const again = await packed(anyAudiobook(blobs), blobs);
    expect(again.archive.equals(archive)).toBe(true);
    expect(new Set([...entries.values()].map(({ date }) => date)).size).toBe(1);
  });

  const program = findProgram('unzip');
  test.runIf(program !== undefined || process.env['CI'] === 'true')('is whole for unzip', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-lpf-'));
    try {
      const file = path.join(folder, 'book.lpf');
      writeFileSync(file, archive);
      expect(execFileSync(program ?? 'unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the contents', () => {
  test('lead to every chapter in its order, and to every section where it begins', () => {
    const targets = [...page.matchAll(/<a href="([^"]+)">/g)].map(([, target = '']) => target);
    expect(targets).toEqual([
      'audio/01.m4a',
      'audio/02.m4a',
      ...[0, 0.02, 0.04, 0.08].map((seconds) => `audio/02.m4a#t=${seconds}`),
      'audio/03.m4a',
    ]);
    for (const target of targets) expect(entries.has(target.replace(/#.*/, ''))).toBe(true);
  });

  test('are nested as the sections are', () => {
    const list = page.slice(page.indexOf('<ol>'), page.indexOf('</nav>'));
    const outline = list.replace(/<a [^>]*>([^<]*)<\/a>/g, '$1').replace(/\s*\n\s*/g, '');
    expect(outline).toBe(
      '<ol><li>Arrival</li>' +
        '<li>Night &amp; &quot;Day&quot; &lt;/a&gt;&lt;script&gt;<ol>' +
        '<li>Dusk<ol><li>Stars</li><li>Moon</li></ol></li><li>Dawn</li></ol></li>' +
        '<li>نهاية</li></ol>',
    );
  });

  test('stand in a page that names the manifest and its language', () => {
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain('<link rel="publication" type="application/ld+json" href="publication.json">');
    expect(page).toContain('<nav role="doc-toc" aria-labelledby="contents">');
    expect(page).toContain('<title>The Ferry &amp; the &lt;Island&gt;</title>');
  });
});
