/** A book of any length, of sentences that are all different, with chapters, sections, lists and figures. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';

const words =
  'harbour lantern winter garden letter machine river captain window market shadow journey morning brother silence engine paper village copper thunder orchard station velvet hunger island teacher mirror cattle ribbon ladder'.split(
    ' ',
  );
const verbs = 'carried followed remembered opened counted painted crossed answered measured gathered'.split(
  ' ',
);

export type BookSize = { readonly words: number; readonly chapters: number; readonly figures: number };

/** @returns the paths of the chapters, in their order */
export async function writeBook(
  folder: string,
  { words: total, chapters, figures }: BookSize,
): Promise<readonly string[]> {
  await mkdir(join(folder, 'images'), { recursive: true });
  await writeFile(
    join(folder, 'publication.yaml'),
    'title: A long book\nauthors: Lectern bench\nlanguage: en\nmodified: "2026-11-20T09:00:00Z"\n',
  );
  let sentence = 0;
  let figure = 0;
  const files: string[] = [];
  for (let chapter = 1; chapter <= chapters; chapter++) {
    const parts = [`# Chapter ${chapter}`];
    let written = 0;
    const figuresUntilNow = Math.round((figures * chapter) / chapters);
    for (let paragraph = 0; written < total / chapters; paragraph++) {
      if (paragraph % 12 === 6) parts.push(`## Section ${chapter}.${paragraph}`);
      if (paragraph % 9 === 4 && figure < figuresUntilNow) {
        figure++;
        await writeFile(join(folder, 'images', `figure-${figure}.png`), picture(figure));
        parts.push(`![A field of colour, number ${figure}.](images/figure-${figure}.png "Sample ${figure}")`);
      }
      const sentences = Array.from({ length: 6 }, () => sentenceOf(sentence++));
      written += sentences.reduce((sum, text) => sum + text.split(' ').length, 0);
      parts.push(
        paragraph % 10 === 9
          ? sentences.map((text) => `- ${text}`).join('\n')
          : sentences
              .map((text, index) => (index === 2 ? text.replace(/(\w+)\.$/, '*$1*.') : text))
              .join(' '),
      );
    }
    const file = join(folder, `${String(chapter).padStart(3, '0')}.md`);
    await writeFile(file, `${parts.join('\n\n')}\n`);
    files.push(file);
  }
  return files;
}

/** The number of the sentence, in words: no two are alike. */
export function sentenceOf(index: number): string {
  const digits: number[] = [];
  for (let rest = index, place = 0; place < 5; place++, rest = Math.floor(rest / words.length))
    digits.push(rest % words.length);
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = digits;
  return `The ${words[a]} and the ${words[b]} ${verbs[index % verbs.length]} a ${words[c]} near the ${words[d]}, before the old ${words[e]} came.`;
}

/** A PNG of one colour. */
function picture(seed: number): Buffer {
  const [width, height] = [320, 200];
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x++)
    row.set([(seed * 7) % 256, (seed * 13 + x) % 256, (seed * 29) % 256], 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
