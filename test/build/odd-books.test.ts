/** Editions asked for one by one, and books of which there is hardly anything to hear. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { filesIn, useWorkplace, type Files } from '../helpers/workplace.ts';

const work = await useWorkplace();
const base = ['--base-url', 'https://example.org/books'];
const beside = ['manifest.json', 'report.html', 'report.json'];

/** What an only edition puts there, without what tells of it. */
async function madeOf(name: string, files: Files, args: readonly string[]): Promise<readonly string[]> {
  const publication = await work.publish(name, files);
  const out = join(work.folder, `out ${args.join(' ')}`);
  const { code, stderr } = await work.build(publication, ['--plain', '--out', out, ...args]);
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('audio-target-missed') as string]);
  return Object.keys(await filesIn(join(out, name))).filter((one) => !beside.includes(one));
}

describe('each edition alone', () => {
  const book: Files = {
    'publication.yaml': 'title: The pier\nlanguage: en\ndate: "2026-02-03"\n',
    'arrival.md': '# Arrival\n\nThe ferry is late.\n',
  };
  test.each([
    ['podcast', ['feed.xml', ...['artwork.jpg', 'pier.chapters.json', 'pier.mp3', 'pier.srt', 'pier.transcript.html', 'pier.vtt', 'pier.words.json'].map((name) => `podcast/${name}`)]],
    ['acx', ['acx/00-opening-credits.mp3', 'acx/01-arrival.mp3', 'acx/02-closing-credits.mp3', 'acx/retail-sample.mp3']],
    ['opus', ['pier.opus']],
    ['lpf', ['pier.lpf']],
    ['captions', ['pier.srt', 'pier.vtt', 'pier.words.json']],
  ])('%s', async (edition, files) => {
    expect(await madeOf('pier', book, ['--only', edition, ...(edition === 'podcast' ? base : [])])).toEqual(files);
  }); // prettier-ignore
});

const reportSchema = z.object({
  audio: z.array(z.object({ file: z.string(), passed: z.boolean() })),
});

test('a chapter in which nothing is said is no chapter to hear, and what is left keeps its targets', async () => {
  const publication = await work.publish('silent', {
    'publication.yaml': 'title: Hi\nlanguage: en\ndate: "2026-02-03"\nnarration:\n  code: skip\npodcast:\n  episodes: both\n',
    '1.md': 'Hello.\n',
    '2.md': '```js\nlet a = 1;\n```\n',
  }); // prettier-ignore
  const run = await work.build(publication, ['--json', '--also', 'opus,acx,lpf', ...base]);
  expect(run.code).toBe(0);
  const folder = join(work.out, 'silent');
  const { audio } = reportSchema.parse(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')));
  expect(audio.filter(({ passed }) => !passed)).toEqual([]);
  const sounds = audio.map(({ file }) => file).filter((name) => name.includes('/'));
  expect(sounds.sort()).toEqual([
    'acx/00-opening-credits.mp3', 'acx/01-hello.mp3', 'acx/02-closing-credits.mp3', 'acx/retail-sample.mp3', 'podcast/1.mp3', 'podcast/silent.mp3',
  ]); // prettier-ignore
});

test('files are named safely whatever a title is made of', async () => {
  const files = await madeOf(
    'names',
    {
      'publication.yaml':
        'title: "../../x 🚀 مرحبا"\nlanguage: en\ndate: "2026-02-03"\npodcast:\n  episodes: chapters\n',
      '1.md': '# ../../x\n\nOne.\n',
      '2.md': '# 🚀🚀\n\nTwo.\n',
      '3.md': '# con: "a/b\\\\c" *?\n\nThree.\n',
      '4 \u202Eevil🚀.md': '# مرحبا, hello\n\nFour.\n',
    },
    ['--only', 'acx,podcast', ...base],
  );
  expect(files.filter((name) => name.endsWith('.mp3'))).toEqual([
    'acx/00-opening-credits.mp3', 'acx/01-x.mp3', 'acx/02-chapter.mp3', 'acx/03-con-a-b-c.mp3', 'acx/04-hello.mp3', 'acx/05-closing-credits.mp3', 'acx/retail-sample.mp3',
    'podcast/1.mp3', 'podcast/2.mp3', 'podcast/3.mp3', 'podcast/4-evil.mp3',
  ]); // prettier-ignore
});
