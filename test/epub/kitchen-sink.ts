/** A book in which everything that the model knows is used, several of it in places where it is awkward. */
import type { EpubInput } from '../../pipeline/epub/epub-input.ts';
import {
  bare, book, cell, chapter, code, figure, heading, image, imageFile, item, lineBreak, link, list, mark, metadata, noteReference, paragraph,
  passage, row, table,
} from './books.ts'; // prettier-ignore
import { addresses } from './addresses.ts';
import type { MemoryBlobs } from './memory-blobs.ts';
import { png, svgChart, webp } from './pictures.ts';

export function kitchenSink(blobs: MemoryBlobs): EpubInput {
  const titlePage = chapter(
    'title',
    [
      heading(1, 'h-title', 'The Kitchen Sink'),
      { ...paragraph('p-sub', 'Everything, <once> & "twice"'), role: 'subtitle' },
      { ...paragraph('p-by', 'By Ada Author and Ed Itor'), role: 'author' },
      { ...paragraph('p-pub', 'Published by Lectern Press'), role: 'publisher' },
    ],
    { kind: 'titlepage', title: 'The Kitchen Sink' },
  );

  const prose = chapter(
    'c-prose',
    [
      heading(1, 'h-prose', ['Words ', mark('em', 'within'), ' a line']),
      paragraph('p-1', 'The first sentence stands alone. ', [
        'The second has ', mark('strong', 'weight'), ', ', mark('em', ['a ', mark('b', 'nested'), ' mark']), ', ', code('code()'), ', ',
        mark('kbd', 'Ctrl'), ' and a note.', noteReference('r-1', 'n-1', 'c-prose'), ' ',
      ], 'So does the third.'),
      paragraph('p-2', [
        mark('del', 'old'), mark('ins', 'new'), ' H', mark('sub', '2'), 'O x', mark('sup', '2'), ' ', mark('samp', 'out'), ' ', mark('var', 'v'), ' ',
        mark('q', 'said'), ' ', mark('cite', 'A Work'), ' ', mark('small', 'small'), ' ', mark('mark', 'marked'), ' ',
        mark('abbr', 'EPUB', { title: 'Electronic publication' }), ' ', mark('i', 'i'), mark('u', 'u'), mark('s', 's'), ' ',
        mark('dfn', 'term'), ' ', mark('bdi', 'bdi'), ' ', mark('bdo', 'rtl', { dir: 'rtl' }), ' ', mark('bdo', 'no direction'), ' ',
        mark('ruby', ['漢', mark('rp', '('), mark('rt', 'kan'), mark('rp', ')')]), ' ', mark('ruby', 'no annotation'), ' ',
        mark('span', 'Bonjour', { lang: 'fr' }), ' ', mark('span', 'שלום', { lang: 'he', dir: 'rtl' }),
      ]),
      paragraph('p-3', [
        link({ address: 'https://example.org/?a=1&b=2' }, ['a ', mark('em', 'link')], 'A title'), ', ', link({ address: 'mailto:a@example.org' }, 'mail'), ', ',
        link({ chapter: 'c-prose', id: 'h-deep' }, 'below'), ', ', link({ chapter: 'c-blocks', id: 'tab-1' }, 'a table'), ', ',
        link({ chapter: 'c-blocks', id: 'c-blocks' }, 'a chapter'), ', ', lineBreak, 'and a ',
        image('img-inline', 'images/dot.png', 'blue dot'), ' in the line.',
      ]),
      ...addresses.map((address, index) => paragraph(`p-a${index}`, link({ address }, address))),
      heading(2, 'h-deep', 'A section'),
      paragraph('p-4', ['The note again', noteReference('r-1b', 'n-1', 'c-prose'), ', and another.', noteReference('r-2', 'n-2', 'c-prose', '2')]),
      heading(3, 'h-deeper', 'A section below'),
      { ...paragraph('p-5', 'Ein deutscher Absatz.'), lang: 'de' },
      heading(2, 'h-last', 'The last section'),
      paragraph('p-6', 'Hostile: <%= 1 + 1 %> <% process.exit(1) %> ]]> &amp; \u0000\u0008\uFFFE \uD800 <script>alert(1)</script>'),
    ],
    {
      title: 'Words within a line',
      sections: [
        { id: 'h-deep', title: 'A section', sections: [{ id: 'h-deeper', title: 'A section below', sections: [] }] },
        { id: 'h-last', title: 'The last section', sections: [] },
      ],
      notes: [
        { id: 'n-1', number: '1', references: ['r-1', 'r-1b', 'r-far'], blocks: [paragraph('p-n1', 'The first note. ', 'It has two sentences.')] },
        { id: 'n-2', number: '2', references: ['r-2'], blocks: [paragraph('p-n2', 'The second note.'), { type: 'code', id: 'code-n', value: 'in a note' }] },
      ],
    },
  ); // prettier-ignore

  const blocks = chapter(
    'c-blocks',
    [
      heading(1, 'h-blocks', 'Blocks <%- title %>'),
      paragraph('p-b1', ['A note of another chapter.', noteReference('r-far', 'n-1', 'c-prose')]),
      list('l-1', [item('l-1-1', [bare('p-l1', 'One')]), item('l-1-2', [paragraph('p-l2', 'Two'), list('l-2', [item('l-2-1', [bare('p-l3', 'Within')])])]), item('l-1-3', [])]),
      { ...list('l-3', [item('l-3-1', [bare('p-l4', 'From five')])], true), start: 5 },
      list('l-4', [item('l-4-1', [bare('p-l5', 'Done')], true), item('l-4-2', [bare('p-l6', 'Not done')], false)]),
      { type: 'quotation', id: 'q-1', blocks: [paragraph('p-q1', 'Without a speaker.')] },
      {
        type: 'quotation',
        id: 'q-2',
        lang: 'fr',
        blocks: [paragraph('p-q2', 'Je pense, ', 'donc je suis.')],
        attribution: passage('p-q3', ['René Descartes, ', mark('cite', 'Discours')]),
      },
      figure('f-1', {
        images: [image('img-1', 'images/chart.svg', 'Bars that rise from 50 to 160')],
        caption: [bare('p-f1', ['Growth in ', mark('em', 'three'), ' years. '], 'By the author.')],
        credits: [passage('p-f2', 'Drawing: Ada Author'), passage('p-f3', ['Licence: ', link({ address: 'https://creativecommons.org/licenses/by/4.0/' }, 'CC BY 4.0')])],
        description: {
          id: 'f-1-d',
          label: passage('p-f4', 'Description of the figure'),
          blocks: [
            paragraph('p-f5', 'The bars stand for 2019, 2020 and 2021.'),
            table('tab-f', [row('tab-f-1', cell('tab-f-1-1', 'Year', { scope: 'col' }), cell('tab-f-1-2', 'Value', { scope: 'col' }))], [row('tab-f-2', cell('tab-f-2-1', '2019'), cell('tab-f-2-2', '50'))]),
          ],
        },
      }),
      figure('f-2', { images: [image('img-2', 'images/Größe 1.png', '')] }),
      figure('f-3', {
        images: [image('img-3', 'images/größe-1.PNG', 'First of two'), image('img-4', 'other/chart.svg', 'Second of two')],
        caption: [paragraph('p-f6', 'A caption of two paragraphs:'), list('l-f', [item('l-f-1', [bare('p-f7', 'with a list')])])],
      }),
      figure('f-4', { images: [image('img-5', 'images/pixel.webp', 'One pixel')], credits: [passage('p-f8', 'Credit without a caption')] }),
      table(
        'tab-1',
        [row('t-0', cell('t-0-0', undefined, { scope: 'col' }), cell('t-0-1', 'Left', { scope: 'col', align: 'left' }), cell('t-0-2', 'Right', { scope: 'col', align: 'right' }))],
        [
          row('t-1', cell('t-1-0', 'Row', { scope: 'row' }), cell('t-1-1', ['some ', code('code')], { align: 'left' }), cell('t-1-2', '1,234', { align: 'right' })),
          row('t-2', cell('t-2-0', 'Wide', { scope: 'row' }), cell('t-2-1', 'both columns', { columns: 2, align: 'center' })),
        ],
        { caption: [bare('p-t1', 'A table with headers both ways')] },
      ),
      table('tab-2', [], [row('t-3', cell('t-3-1', 'tall', { rows: 2 }), cell('t-3-2', 'b')), row('t-4', cell('t-4-1', 'c'))]),
      { type: 'code', id: 'code-1', language: 'js', value: 'const long = "' + 'wide '.repeat(40) + '";\n\n\tif (a < b && c) return `x`;' },
      { type: 'code', id: 'code-2', value: '\nleading line' },
      { type: 'break', id: 'hr-1' },
      { type: 'group', id: 'g-1', tag: 'aside', blocks: [paragraph('p-g1', 'An aside.')] },
      {
        type: 'group',
        id: 'g-2',
        tag: 'details',
        blocks: [{ type: 'group', id: 'g-3', tag: 'summary', blocks: [bare('p-g2', 'More')] }, paragraph('p-g3', 'Hidden at first.')],
      },
      {
        type: 'group',
        id: 'g-4',
        tag: 'dl',
        blocks: [
          { type: 'group', id: 'g-5', tag: 'dt', blocks: [bare('p-g4', 'Term')] },
          { type: 'group', id: 'g-6', tag: 'dd', blocks: [bare('p-g5', 'Definition')] },
        ],
      },
      { type: 'group', id: 'g-7', tag: 'section', dir: 'rtl', lang: 'he', blocks: [paragraph('p-g6', 'שלום')] },
    ],
    { title: 'Blocks <%- title %>' },
  ); // prettier-ignore

  const preface = chapter('c-short', [paragraph('p-short', 'A chapter without a heading.')], {
    title: 'A chapter without',
  });
  const credits = chapter(
    'credits',
    [
      heading(1, 'h-credits', 'Credits'),
      heading(2, 'h-rights', 'Rights'),
      paragraph('p-rights', '© 2026 Ada Author. ', 'Some rights reserved.'),
    ],
    { kind: 'credits', title: 'Credits', sections: [{ id: 'h-rights', title: 'Rights', sections: [] }] },
  );

  const blue = blobs.put(png(320, 200));
  const chart = blobs.put(svgChart);
  return {
    slug: 'kitchen-sink',
    book: book([titlePage, preface, prose, blocks, credits], {
      title: 'The Kitchen Sink',
      images: [
        imageFile('images/dot.png', blobs.put(png(12, 12)), { width: 12, height: 12 }),
        imageFile('images/chart.svg', chart, { mediaType: 'image/svg+xml', width: 480.4, height: 240 }),
        imageFile('images/Größe 1.png', blue),
        imageFile('images/größe-1.PNG', blue),
        imageFile('other/chart.svg', chart, { mediaType: 'image/svg+xml', width: 480, height: 240 }),
        imageFile('images/pixel.webp', blobs.put(webp), { mediaType: 'image/webp', width: 1, height: 1 }),
      ],
    }),
    metadata: metadata({
      title: 'The Kitchen Sink',
      subtitle: 'Everything, <once> & "twice"',
      authors: [
        { name: 'Ada Author', sortName: 'Author, Ada' },
        { name: 'Ed Itor', role: 'editor' },
        { name: 'Ill U. Strator', role: 'ill' },
        { name: 'Otto Other', role: 'maker of tea' },
      ],
      publisher: 'Lectern Press',
      date: '2026-11',
      description: 'A book that holds <everything> & more.',
      subjects: ['Testing', 'EPUB'],
      rights: '© 2026 Ada Author',
      license: 'CC-BY-4.0',
      attribution: [
        'Thanks to all',
        { work: 'Another work', author: 'N. N.', source: 'https://example.org/work' },
      ],
      disclaimer: 'Nothing here is true.',
    }),
    cover: {
      blob: blobs.put(png(600, 900, [123, 30, 60])),
      mediaType: 'image/png',
      width: 600,
      height: 900,
      alt: 'Cover: The Kitchen Sink by Ada Author',
    },
  };
}
