import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useWorkplace } from '../helpers/workplace.ts';

describe('lectern script', async () => {
  const work = await useWorkplace();

  test('stops at an error of the author, and prints the script where that is allowed by name', async () => {
    const book = await work.publish('book', {
      'publication.yaml': 'title: T',
      'a.md': '# A\n\n![alt words](no.png)\n',
    });
    const refused = await work.run(['script', path.resolve(book)]);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('a.md:3:1: error: The image no.png does not exist. [image-missing]');
    const allowed = await work.run(['script', book, '--allow', 'image-missing']);
    expect(allowed.code).toBe(0);
    expect(allowed.stdout).toContain('text         alt words\n');
    expect(await work.run(['script', book, '--allow', 'nope'])).toMatchObject({ code: 2, stdout: '' });
  });
});
