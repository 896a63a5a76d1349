/** Metadata that are YAML, and no more than that: neither a bomb, nor objects, nor bytes that a book cannot hold. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventsOf, type EndedLectern } from '../helpers/lectern.ts';
import { useWorkplace } from '../helpers/workplace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { expectHarmless, secretEnvironment, secretsOf } from './harmless.ts';

const work = await useWorkplace();
const env = secretEnvironment(secretsOf(work));

test('a YAML bomb is refused in a moment, as a problem of its file', async () => {
  const levels = 'abcdefghij'.split('');
  const bomb = levels.map((level, index) =>
    index === 0
      ? `${level}: &${level} [x,x,x,x,x,x,x,x,x]`
      : `${level}: &${level} [${Array.from({ length: 9 }, () => `*${levels[index - 1] ?? ''}`).join(',')}]`,
  );
  const publication = await work.publish('bomb', {
    'publication.yaml': `title: Bomb\n${bomb.join('\n')}\n`,
    '1.md': '# One\n',
  });
  const begun = performance.now();
  const run = await work.build(publication, ['--only', 'script'], { env });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/^publication\.yaml:\d+(:\d+)?: error: This is not right YAML/);
  expect(performance.now() - begun).toBeLessThan(30_000);
});

describe('a shelf of odd metadata', () => {
  const odd = {
    tag: 'title: !!js/function "function(){}"\n',
    prototype: 'title: x\n__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n',
    merge: 'base: &b {title: x}\n<<: *b\n',
    surrogate: 'title: "\\uD800"\n',
    controls: 'title: "\\u0001\\u0007"\nauthors: "\\u0007"\n',
    inside: 'title: "A\\u0007 B\\uD800\\uFFFE"\nauthors: ["\\u001B[31mRed"]\ndescription: "\\u0000"\n',
    emoji: `title: "${'\u{1F4A3}'.repeat(300)}"\n`,
  };
  const out = join(work.folder, 'odd-out');
  let run: EndedLectern;

  beforeAll(async () => {
    for (const [name, yaml] of Object.entries(odd)) {
      await work.publish(`odd/${name}`, {
        'publication.yaml': `${yaml}modified: "2026-01-01T00:00:00Z"\n`,
        '1.md': '# One\n\nTwo.\n',
      });
    }
    const args = ['--out', out, '--only', 'epub,script', '--json'];
    run = await work.build(join(work.folder, 'publications', 'odd'), args, { env });
  });

  test('gives a problem with its place for what cannot be used, and builds the rest', async () => {
    expect(run.code).toBe(1);
    const faulty = eventsOf(run).flatMap((event) =>
      event.type === 'problem' && event.problem.severity === 'error'
        ? [[event.publication, event.problem.code]]
        : [],
    );
    expect(faulty).toEqual([
      ['controls', 'wrong-value'],
      ['controls', 'wrong-value'],
      ['inside', 'wrong-value'],
      ['merge', 'unknown-key'],
      ['merge', 'unknown-key'],
      ['prototype', 'unknown-key'],
      ['prototype', 'unknown-key'],
      ['surrogate', 'wrong-value'],
    ]);
    expect((await readdir(out)).sort()).toEqual(['emoji', 'tag']);
    await expectHarmless(run, work, out);
  });

  test.runIf(epubCheckRuns)('and EPUBCheck finds no error and no warning in what was built', async () => {
    expect((await epubCheck(join(out, 'emoji', 'emoji.epub'))).faults).toEqual([]);
  });
});
