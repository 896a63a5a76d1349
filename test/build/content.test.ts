import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ace, aceRuns } from '../tools/ace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { useWorkplace } from '../helpers/workplace.ts';

const content = path.resolve(import.meta.dirname, '../../content');
const names = readdirSync(content);

/** What everybody builds first: it must be without fault, and show what is promised. */
describe('the publications of content/', async () => {
  const work = await useWorkplace();
  let printed = '';

  beforeAll(async () => {
    const { code, stderr } = await work.run(['build', content, '--only', 'epub,script', '--out', work.out]);
    printed = stderr;
    expect(code).toBe(0);
  });

  test('are built without a problem of any kind', () => {
    expect(printed).not.toMatch(/: (error|warning): /);
  });

  test('the guide’s example of every key is taken as it stands', async () => {
    const chapter = readFileSync(path.join(content, 'lectern-guide/04-publication.md'), 'utf8');
    const yaml = /(?<=## Every key\n\n```yaml\n)[^]*?(?=```\n)/.exec(chapter)?.[0] ?? '';
    expect(yaml).toContain('readAloud');
    const folder = await work.publish('every-key', {
      'publication.yaml': yaml,
      '01-arrival.md': '# Arrival\n\nAt noon.\n',
      '02-harbour.md': '# Harbour\n\nAt night.\n',
      'images/cover.png': readFileSync(path.join(content, 'lectern-guide/images/read-aloud.png')),
    });
    const { code, stderr } = await work.build(folder, ['--only', 'epub,script']);
    expect(stderr).not.toMatch(/: (error|warning): /);
    expect(code).toBe(0);
  });

  test.runIf(epubCheckRuns).each(names)('EPUBCheck finds no error and no warning in %s', async (name) => {
    expect((await epubCheck(path.join(work.out, name, `${name}.epub`))).faults).toEqual([]);
  });

  test.runIf(aceRuns).each(names)('Ace passes every page of %s', async (name) => {
    const { outcome, violations, pages } = await ace(path.join(work.out, name, `${name}.epub`));
    expect(violations).toEqual([]);
    expect(outcome).toBe('pass');
    expect(pages).toBeGreaterThan(5);
  });
});
