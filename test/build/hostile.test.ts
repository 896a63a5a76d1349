/**
 * What an author writes is text, whatever it looks like to a shell, a template, a synthesiser, a browser or a terminal:
 * nothing of it runs, and nothing of the machine gets into what is published.
 */
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { probe } from '../audio/probe.ts';
import { png } from '../epub/pictures.ts';
import { unzip } from '../epub/unzip.ts';
import type { EndedLectern } from '../helpers/lectern.ts';
import { filesIn, useWorkplace } from '../helpers/workplace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { expectHarmless, secretEnvironment, secretsOf } from './harmless.ts';

const work = await useWorkplace();

const secrets = secretsOf(work);
const env = secretEnvironment(secrets);

/** Each would leave a file called "pwned" if something took it for more than text. */
const attacks = [
  '$(touch pwned)',
  '`touch pwned`',
  '; touch pwned #',
  '| touch pwned',
  '") (system "touch pwned")',
  "'; touch pwned; '",
  '<%= process.env.HOME %>',
  '<%- process.env.SECRET_TOKEN %>',
  "<% process.getBuiltinModule('fs').writeFileSync('pwned', '') %>",
  '<% throw 1 %>',
  '${process.env.HOME}',
  '{{constructor.constructor("return process")()}}',
  '[[inpt MODE]] [[slnc 5000]]',
  '<speak><audio src="file:///etc/passwd"/></speak>',
  '[FFMETADATA1]',
  '%s%n%x',
];

function elementsOf(node: Root | Element): readonly Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsOf(child)] : []));
}

beforeAll(async () => {
  await mkdir(secrets.home);
  await writeFile(join(work.folder, 'outside.svg'), `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>${secrets.outside}</title></svg>`); // prettier-ignore
  await writeFile(join(work.folder, 'outside.md'), `# ${secrets.outside}\n`);
});

describe('a publication whose every part is an attack', () => {
  const title = `"'<>& \\ =;# <%= process.env.HOME %> <% throw 1 %> \u202Egnp.exe \u{1F4A3} -y`;
  const name = '$(touch pwned)';
  let run: EndedLectern;
  let folder: string;

  beforeAll(async () => {
    const yaml = (text: string): string => JSON.stringify(text);
    const publication = await work.publish(name, {
      'publication.yaml': [
        `title: ${yaml(title)}`,
        `subtitle: ${yaml(attacks.join(' '))}`,
        `authors: [{name: ${yaml('<% throw 1 %> "&<> ; touch pwned')}, sortName: ${yaml("';--")}}]`,
        `publisher: ${yaml('=cmd|calc\n[CHAPTER]\nSTART=0')}`,
        `description: ${yaml('<script>alert(1)</script> \u0007 ]]> &amp; <%= process.env.SECRET_TOKEN %>')}`,
        `subjects: [${yaml('<%= 1 %>')}, ${yaml('-')}]`,
        `identifier: ${yaml('urn:x:"><script>')}`,
        `rights: ${yaml('$(touch pwned)')}`,
        `attribution: ${yaml('<img src=x onerror=alert(1)> javascript:alert(1)')}`,
        `disclaimer: ${yaml(']]>-->')}`,
        `narrator: ${yaml('") (quit')}`,
        'modified: "2026-01-01T00:00:00Z"',
      ].join('\n'),
      '-rf.md': `# -rf --output=pwned\n\n-f lavfi -i anullsrc pwned\n\n--help\n\n![-y](<-y 'q" %2520 ü.png> "-title")\n`,
      'a;touch pwned.md': `# <%= process.env.HOME %>\n\n${attacks.map((text) => `\`${text.replaceAll('`', "'")}\`\n\n${text.replace(/[<{[]/g, '\\$&')}`).join('\n\n')}\n`,
      'b$(touch pwned).md':
        '# Raw <script>alert(1)</script> HTML\n\n<script>alert(1)</script>\n\n<img src="file:///etc/passwd" alt="" onerror="alert(1)">\n\n<iframe src="/etc/passwd"></iframe>\n\n<a href="javascript:alert(1)" onclick="x()">a</a> [b](javascript:alert(1)) [c](file:///etc/passwd) [d](data:text/html,x)\n\n<style>@import url(http://x.example/)</style><p style="background:url(http://x.example/)">styled</p>\n\n<object data="/etc/passwd"></object><link rel=stylesheet href=//x.example><base href=//x.example><meta http-equiv=refresh content=0>\n',
      'c.md':
        '# Controls \u0001\u0007\u001B[31m\u001B]0;pwned\u0007 and \u202Eright to left\n\nA lone surrogate: &#xD800; and \u0000 and \uFFFF.\n\n![remote](http://x.example/track.png) ![svg](attack.svg)\n',
      'd.md': `# ${'Three hundred characters '.repeat(13)}\n\nEnd.\n`,
      '-y \'q" %20 ü.png': png(8, 8),
      'attack.svg':
        '<?xml version="1.0"?><?xml-stylesheet href="http://x.example/"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40" onload="alert(1)"><script>alert(1)</script><image xlink:href="/etc/passwd" width="9" height="9"/><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject><use href="file:///etc/passwd#x"/><rect width="40" height="40" fill="url(http://x.example/)"/></svg>',
    });
    run = await work.build(publication, [], { env });
    folder = join(work.out, 'touch-pwned');
  });

  test('is built, with a warning for all that was left out', () => {
    expect(run.stderr).not.toContain(' error: ');
    expect(run.code).toBe(0);
    for (const code of [
      'unsafe-element',
      'unsafe-attribute',
      'unsafe-link',
      'image-remote',
      'svg-cleaned',
      'control-character',
    ])
      expect(run.stderr).toContain(`[${code}]`);
  });

  test('runs nothing and leaks nothing', async () => {
    await expectHarmless(run, work);
  });

  test('keeps to its folder and to harmless names', async () => {
    expect(Object.keys(await filesIn(work.out))).toEqual(
      [
        'manifest.json',
        'report.html',
        'report.json',
        'script.txt',
        ...['epub', 'm4b', 'mp3', 'srt', 'transcript.html', 'transcript.txt', 'vtt', 'words.json'].map(
          (ending) => `touch-pwned.${ending}`,
        ),
      ].map((file) => `touch-pwned/${file}`),
    );
    const entries = await unzip(await readFile(join(folder, 'touch-pwned.epub')));
    for (const { name: entry } of entries) expect(entry).toMatch(/^[\w./-]+$/);
    for (const { name: entry, bytes } of entries) {
      if (!/\.(xhtml|opf|ncx|svg)$/.test(entry)) continue;
      for (const { name: element, attributes } of elementsOf(fromXml(bytes))) {
        expect(element).not.toMatch(
          /^(script|style|iframe|object|embed|base|foreignObject|form|audio|video)$/i,
        );
        for (const [attribute, value] of Object.entries(attributes)) {
          expect(attribute).not.toMatch(/^(on|style$)/);
          if (/(href|src|data|poster|action)$/.test(attribute) && element !== 'a')
            expect(value, `${attribute} of ${element}`).not.toMatch(/^[a-z]*:|^\//i);
          if (element === 'a') expect(value).not.toMatch(/^\s*(javascript|file|data|vbscript):/i);
        }
      }
    }
  });

  test.runIf(epubCheckRuns)('makes a book in which EPUBCheck finds no error and no warning', async () => {
    expect((await epubCheck(join(folder, 'touch-pwned.epub'))).faults).toEqual([]);
  });

  test.each(['m4b', 'mp3'])(
    'has its words as they are, not as commands, in the tags of the %s',
    async (format) => {
      const { format: container, chapters } = await probe(join(folder, `touch-pwned.${format}`));
      expect(container.tags['title']).toContain(`"'<>& \\ =;# <%= process.env.HOME %> <% throw 1 %>`);
      const titles = chapters.map(({ tags }) => tags['title'] ?? '');
      expect(titles).toHaveLength(7);
      expect(titles[1]).toBe('-rf --output=pwned');
      expect(titles[2]).toBe('<%= process.env.HOME %>');
      for (const text of titles) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(255);
    },
  );
});

test('what reaches out of the folder is refused, each by its name, and nothing of it is read', async () => {
  const publication = await work.publish('reaching', {
    'publication.yaml': 'title: Reaching\ncover: {image: ../../outside.svg, alt: x}\n',
    '1.md': [
      '# Images',
      '![a](../../etc/passwd) ![b](/etc/passwd) ![c](../../outside.svg) ![d](%2e%2e/%2e%2e/outside.svg)',
      '![e](linked.svg) ![f](folder/outside.svg) ![g](..\\..\\outside.svg) ![h](file:///etc/passwd)',
    ].join('\n\n'),
  });
  await symlink(join(work.folder, 'outside.svg'), join(publication, 'linked.svg'));
  await symlink(work.folder, join(publication, 'folder'));
  await symlink(join(work.folder, 'outside.md'), join(publication, '2.md'));
  const out = join(work.folder, 'reaching-out');
  const refused = await work.build(publication, ['--out', out, '--only', 'epub,script'], { env });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('error: The chapter 2.md lies outside the publication');
  expect(await filesIn(out)).toEqual({});
  await expectHarmless(refused, work, out);

  await work.publish('reaching', { 'publication.yaml': 'title: Reaching\nchapters: [1.md]\n' });
  const images = await work.build(publication, ['--out', out, '--only', 'epub,script'], { env });
  expect(images.code).toBe(1);
  for (const image of [
    '../../etc/passwd',
    '/etc/passwd',
    '../../outside.svg',
    '%2e%2e/%2e%2e/outside.svg',
    'linked.svg',
    'folder/outside.svg',
  ])
    expect(images.stderr).toContain(
      `error: The image ${image} lies outside the publication's folder, so it was not read. [image-outside]`,
    );
  expect(images.stderr).toContain('[image-remote]');
  await expectHarmless(images, work, out);

  const allowed = ['--out', out, '--only', 'epub,script', '--allow', 'image-outside,image-missing'];
  const built = await work.build(publication, allowed, { env });
  expect(built.code).toBe(0);
  await expectHarmless(built, work, out);
  const entries = await unzip(await readFile(join(out, 'reaching', 'reaching.epub')));
  expect(entries.filter(({ name }) => /passwd|outside|linked/.test(name))).toEqual([]);
  if (epubCheckRuns) expect((await epubCheck(join(out, 'reaching', 'reaching.epub'))).faults).toEqual([]);
});

test('the system’s voice speaks an attack, and does not obey it', async () => {
  const { stdout } = await work.run(['voices', '--json']);
  const voices = JSON.parse(stdout) as readonly { readonly id: string; readonly engine: string }[];
  const voice = voices.find(({ engine }) => engine === 'festival' || engine === 'say');
  if (process.env['CI'] === 'true') expect(voice).toBeDefined();
  if (voice === undefined) return;
  const publication = await work.publish('spoken', {
    '1.md': `# -eval (quit)\n\n${attacks
      .slice(0, 6)
      .map((text) => text.replace(/[<{[`|]/g, '\\$&'))
      .join('\n\n')}\n`,
  });
  const out = join(work.folder, 'spoken-out');
  const run = await work.build(publication, ['--out', out, '--only', 'mp3', '--voice', voice.id], { env });
  expect(run.code).toBe(0);
  await expectHarmless(run, work, out);
  const script = await work.run(['script', publication]);
  // As words, with quotation marks that no Scheme knows.
  expect(script.stdout).toContain('(system “touch pwned”)');
});
