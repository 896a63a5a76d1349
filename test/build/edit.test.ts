/** One sentence of a long chapter is changed: what is done again does not grow with the chapter. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { steps } from '../helpers/steps.ts';
import { useWorkplace } from '../helpers/workplace.ts';

const work = await useWorkplace();
const sentences = 64;

/** Six minutes: sentences of which no two are alike. */
function chapter(changed?: string): string {
  const things = ['boats', 'gulls', 'nets', 'ropes', 'lamps', 'bells', 'stones', 'sails'];
  const places = ['on the pier', 'in the shed', 'at the lighthouse', 'under the bridge', 'by the church', 'along the shore', 'behind the market', 'near the old harbour']; // prettier-ignore
  const text = Array.from({ length: sentences }, (_, index) => {
    const count = `${things[index % 8] ?? ''} lie ${places[Math.floor(index / 8)] ?? ''}`;
    return changed !== undefined && index === sentences / 2
      ? changed
      : `On the first day of the year the ${count}, and nobody has counted them yet.`;
  });
  // Paragraphs of four.
  const paragraphs = Array.from({ length: sentences / 4 }, (_, index) =>
    text.slice(index * 4, index * 4 + 4),
  );
  return `# The inventory\n\n${paragraphs.map((one) => one.join(' ')).join('\n\n')}\n`;
}

test('the sentence is spoken, one or two chunks are encoded, and the rest of the file stays as it was', async () => {
  const metadata = 'title: Inventory\nlanguage: en\nmodified: "2026-02-03T10:00:00Z"\n';
  const publication = await work.publish('inventory', { 'publication.yaml': metadata, '1.md': chapter() });
  const args = ['--json', '--only', 'mp3'];
  const first = await work.build(publication, args);
  expect(first.code).toBe(0);
  const chunks = steps(first, 'finished', 'encode-chunk').length;
  expect(chunks).toBeGreaterThan(5);
  const before = await readFile(join(work.out, 'inventory', 'inventory.mp3'));

  await work.publish('inventory', {
    '1.md': chapter('Only the harbour master knows how many there are, and he is asleep.'),
  });
  const again = await work.build(publication, args);
  expect(again.code).toBe(0);
  expect(steps(again, 'started', 'speak')).toHaveLength(1);
  expect(steps(again, 'started', 'time-chapter')).toHaveLength(1);
  // Were the book's gain another, it would be all of them.
  const encoded = steps(again, 'started', 'encode-chunk').length;
  expect(encoded).toBeGreaterThan(0);
  expect(encoded).toBeLessThanOrEqual(2);
  expect(steps(again, 'recalled', 'encode-chunk').length).toBeGreaterThanOrEqual(chunks - 2);
  // Each as it was spoken, and as the limiter leaves it.
  expect(steps(again, 'started', 'measure-chunk').length).toBeLessThanOrEqual(2 * encoded);
  expect(steps(again, 'started', 'bind-mp3')).toHaveLength(1);

  const after = await readFile(join(work.out, 'inventory', 'inventory.mp3'));
  const [ahead, behind] = [
    shared(tail(before), tail(after)),
    shared(tail(before).reverse(), tail(after).reverse()),
  ];
  expect(ahead + behind).toBeGreaterThan((1 - 2.5 / chunks) * tail(before).length);
});

/** The frames: what follows the tag, whose length is that of the chapter. A copy. */
function tail(mp3: Buffer): Buffer {
  const tagBytes = mp3.subarray(6, 10).reduce((sum, byte) => sum * 128 + byte, 0) + 10;
  // Behind the frame that says how long the file is.
  return Buffer.from(mp3.subarray(tagBytes + 1000));
}

/** How many bytes are the same at the beginning. */
function shared(one: Buffer, other: Buffer): number {
  const index = one.findIndex((byte, at) => byte !== other[at]);
  return index === -1 ? one.length : index;
}
