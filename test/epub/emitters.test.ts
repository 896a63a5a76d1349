/** Each kind of node: what stands in the model, and the markup that it becomes. */
import { expect, test } from 'vitest';
import type { Block } from '../../pipeline/document/model.ts';
import { layOut } from '../../pipeline/epub/layout.ts';
import { chapterPage } from '../../pipeline/epub/content/chapter.ts';
import {
  bare, book, cell, chapter, code, figure, heading, image, imageFile, item, lineBreak, link, list, mark, noteReference, paragraph, passage, row,
  table,
} from './books.ts'; // prettier-ignore

const picture = imageFile(
  'pictures/a.png',
  { sha256: '0'.repeat(64), bytes: 1 },
  { width: 40.4, height: 30 },
);

/** The markup of one block, without the page around it. */
function emitted(...blocks: readonly Block[]): string {
  const one = chapter('c', blocks);
  const whole = book([one, chapter('other', [])], { images: [picture] });
  const page = chapterPage(one, whole, layOut(whole), new Map());
  return /<section[^>]*>\n([^]*)\n<\/section>\n<\/body>/.exec(page)?.[1] ?? page;
}

/** Sentences have ids of their own; here they only take up room. */
const withoutSentences = (markup: string): string =>
  markup.replace(/<span id="[^"]+-s\d+" class="sentence">([^]*?)<\/span>/g, '$1');

const cases: readonly (readonly [string, Block, string])[] = [
  ['a heading', heading(2, 'h', 'Words'), '<h2 id="h">Words</h2>'],
  ['a paragraph of another language', { ...paragraph('p', 'Mots'), lang: 'fr', dir: 'ltr' }, '<p id="p" xml:lang="fr" lang="fr" dir="ltr">Mots</p>'],
  ['a subtitle', { ...paragraph('p', 'Words'), role: 'subtitle' }, '<p id="p" class="subtitle" epub:type="subtitle" role="doc-subtitle">Words</p>'],
  ['marks', paragraph('p', ['a', mark('em', ['b', mark('strong', 'c')]), mark('abbr', 'd', { title: 'e' })]), '<p id="p">a<em>b<strong>c</strong></em><abbr title="e">d</abbr></p>'],
  ['code and a line break', paragraph('p', [code('a < b'), lineBreak, 'c']), '<p id="p"><code>a &#x3C; b</code><br/>c</p>'],
  ['a link out', paragraph('p', link({ address: 'https://example.org/?a&b' }, 'x', 't')), '<p id="p"><a href="https://example.org/?a&#x26;b" title="t">x</a></p>'],
  ['a link within the chapter', paragraph('p', link({ chapter: 'c', id: 'p' }, 'x')), '<p id="p"><a href="#p">x</a></p>'],
  ['a link to another chapter', paragraph('p', link({ chapter: 'other', id: 'q' }, 'x')), '<p id="p"><a href="other.xhtml#q">x</a></p>'],
  ['an image in a line', paragraph('p', ['a', image('i', 'pictures/a.png', 'b')]), '<p id="p">a<img id="i" src="images/a.png" alt="b" width="40" height="30"/></p>'],
  ['a reference to a note', paragraph('p', ['a', noteReference('r', 'n', 'other', '7')]), '<p id="p">a<sup class="noteref"><a id="r" href="other.xhtml#n" epub:type="noteref" role="doc-noteref">7</a></sup></p>'],
  ['a list', list('l', [item('a', [bare('p', 'x')]), item('b', [])]), '<ul id="l"><li id="a"><span id="p">x</span></li><li id="b"/></ul>'],
  ['a list that counts from 0', { ...list('l', [item('a', [paragraph('p', 'x')])], true), start: 0 }, '<ol id="l" start="0"><li id="a"><p id="p">x</p></li></ol>'],
  ['a list of tasks', list('l', [item('a', [bare('p', 'x')], true), item('b', [bare('q', 'y')], false)]), '<ul id="l" class="tasks"><li id="a"><span id="a-box" class="box" role="img" aria-label="Done:">☑</span><span id="p">x</span></li><li id="b"><span id="b-box" class="box" role="img" aria-label="To do:">☐</span><span id="q">y</span></li></ul>'],
  ['a quotation', { type: 'quotation', id: 'q', blocks: [paragraph('p', 'x')] }, '<blockquote id="q"><p id="p">x</p></blockquote>'],
  ['a quotation of someone', { type: 'quotation', id: 'q', blocks: [paragraph('p', 'x')], attribution: passage('a', 'Who') }, '<figure id="q" class="quotation"><blockquote><p id="p">x</p></blockquote><figcaption><p id="a" class="attribution">Who</p></figcaption></figure>'],
  ['an image that decorates', figure('f', { images: [image('i', 'pictures/a.png', '')] }), '<figure id="f"><img id="i" src="images/a.png" alt="" width="40" height="30"/></figure>'],
  [
    'a figure with all its parts',
    figure('f', {
      images: [image('i', 'pictures/a.png', 'alt')],
      caption: [bare('p', 'Caption')],
      credits: [passage('k', 'Credit')],
      description: { id: 'f-d', label: passage('l', 'Label'), blocks: [paragraph('dp', 'Long')] },
    }),
    '<figure id="f" aria-labelledby="f-caption"><img id="i" src="images/a.png" alt="alt" width="40" height="30" aria-details="f-d"/>' +
      '<figcaption><div id="f-caption" class="caption"><span id="p">Caption</span></div><p id="k" class="credit">Credit</p></figcaption></figure>\n' +
      '<details id="f-d" class="description"><summary><span id="l">Label</span></summary><p id="dp">Long</p></details>',
  ],
  [
    'a table',
    table(
      't',
      [row('r1', cell('a', undefined, { scope: 'col' }), cell('b', 'B', { scope: 'col', align: 'right' }))],
      [row('r2', cell('c', 'C', { scope: 'row' }), cell('d', 'D', { columns: 2, rows: 3 }))],
      { caption: [bare('k', 'Caption')] },
    ),
    '<table id="t"><caption><span id="k">Caption</span></caption><thead><tr id="r1"><td id="a"/><th id="b" scope="col" class="align-right"><span id="b-p">B</span></th></tr></thead>' +
      '<tbody><tr id="r2"><th id="c" scope="row"><span id="c-p">C</span></th><td id="d" colspan="2" rowspan="3"><span id="d-p">D</span></td></tr></tbody></table>',
  ],
  ['code', { type: 'code', id: 'k', language: 'c++', value: '\n a\n' }, '<pre id="k" dir="ltr"><code class="language-c++">\n a\n</code></pre>'],
  ['a break', { type: 'break', id: 'b' }, '<hr id="b"/>'],
  ['a group', { type: 'group', id: 'g', tag: 'aside', blocks: [paragraph('p', 'x')] }, '<aside id="g"><p id="p">x</p></aside>'],
]; // prettier-ignore

test.each(cases)('%s', (_, block, markup) => {
  expect(withoutSentences(emitted(block))).toBe(markup);
});

test('every sentence is an element with its id', () => {
  expect(emitted(paragraph('p', 'One. ', 'Two.'))).toBe(
    '<p id="p"><span id="p-s1" class="sentence">One. </span><span id="p-s2" class="sentence">Two.</span></p>',
  );
});

test('a chapter is named by its heading, or by its title where it has none', () => {
  const pageOf = (blocks: readonly Block[]): string => {
    const whole = book([chapter('c', blocks, { title: 'Title' })]);
    return whole.chapters.map((one) => chapterPage(one, whole, layOut(whole), new Map())).join('');
  };
  expect(pageOf([heading(1, 'h', 'H')])).toContain('<section id="c" class="chapter" epub:type="chapter" role="doc-chapter" aria-labelledby="h">');
  expect(pageOf([paragraph('p', 'x')])).toContain('<section id="c" class="chapter" epub:type="chapter" role="doc-chapter" aria-label="Title">');
}); // prettier-ignore
