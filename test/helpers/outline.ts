import type { Block, Book, Inline, Local, Mark, Note, Passage, Row } from '../../pipeline/document/model.ts';

/** The model as a person would sketch it: a line a block, sentences parted by " | ", ids left out. */
export function outline(book: Book): string {
  const lines: string[] = [`${book.title} (${book.language}, ${book.direction})`];
  for (const chapter of book.chapters) {
    lines.push('', `── ${chapter.kind}: ${chapter.title}`);
    for (const block of chapter.blocks) lines.push(...sketch(block));
    for (const note of chapter.notes) lines.push(...sketchNote(note));
  }
  for (const { kind, entries } of book.lists ?? [])
    lines.push('', `list of ${kind}`, ...entries.map(({ title }) => `  ${title}`));
  if (book.images.length > 0) lines.push('', `images: ${book.images.map(({ path }) => path).join(', ')}`);
  return `${lines.join('\n')}\n`;
}

function sketchNote({ number, references, blocks }: Note): readonly string[] {
  return [`note ${number} (${references.length} ×)`, ...indented(blocks)];
}

function indented(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(sketch).map((line) => `  ${line}`);
}

function sketch(block: Block): readonly string[] {
  const local = [
    'lang' in block ? ` [${block.lang}]` : '',
    'dir' in block ? ` [${block.dir}]` : '',
    'voice' in block ? ` [${voiceOf(block)}]` : '',
  ].join('');
  switch (block.type) {
    case 'heading':
      return [`h${block.rank}${local}: ${passage(block)}`];
    case 'paragraph':
      return [
        `${block.bare ? 'text' : 'p'}${local}${block.role ? ` (${block.role})` : ''}: ${passage(block)}`,
      ];
    case 'list':
      return [
        `${block.ordered ? `ol${block.start === undefined ? '' : ` from ${block.start}`}` : 'ul'}${block.role ? ` (${block.role})` : ''}${local}`,
        ...block.items.flatMap((item) => [
          `  -${item.checked === undefined ? '' : item.checked ? ' [x]' : ' [ ]'}`,
          ...indented(item.blocks).map((line) => `  ${line}`),
        ]),
      ];
    case 'quotation':
      return [
        `quotation${local}`,
        ...indented(block.blocks),
        ...(block.attribution ? [`  by: ${passage(block.attribution)}`] : []),
      ];
    case 'figure':
      return [
        `figure${local}`,
        ...block.images.map(({ path, alt }) => `  image ${path}: ${JSON.stringify(alt)}`),
        ...(block.caption ? ['  caption', ...indented(block.caption).map((line) => `  ${line}`)] : []),
        ...block.credits.map((credit) => `  credit: ${passage(credit)}`),
        ...(block.description
          ? [
              `  description: ${passage(block.description.label)}`,
              ...indented(block.description.blocks).map((line) => `  ${line}`),
            ]
          : []),
      ];
    case 'table':
      return [
        `table${local}`,
        ...(block.caption ? ['  caption', ...indented(block.caption).map((line) => `  ${line}`)] : []),
        ...[...block.head.map((one) => row(one, 'head')), ...block.body.map((one) => row(one, 'row'))],
      ];
    case 'code':
      return [`code ${block.language ?? ''}: ${JSON.stringify(block.value)}`];
    case 'math':
      return [`math${local} ${block.linear}: ${JSON.stringify(block.alttext)}`];
    case 'break':
      return ['break'];
    case 'pause':
      return [`pause ${block.seconds} s`];
    case 'page':
      return [`page ${block.number}`];
    case 'aside':
      return [
        `${block.kind}${local}`,
        ...(block.label ? [`  label: ${passage(block.label)}`] : []),
        ...indented(block.blocks),
      ];
    case 'poem':
      return [
        `poem${local}`,
        ...(block.title ? [`  title: ${passage(block.title)}`] : []),
        ...indented(block.blocks),
        ...(block.attribution ? [`  by: ${passage(block.attribution)}`] : []),
      ];
    case 'stanza':
      return [`stanza${local}`, ...block.lines.map((line) => `  ${passage(line)}`)];
    case 'notes':
      return block.notes.flatMap(sketchNote);
    case 'group':
      return [`${block.tag}${local}`, ...indented(block.blocks)];
  }
}

function row({ cells }: Row, kind: string): string {
  const shown = cells.map(({ scope, align, columns, rows, blocks }) => {
    const marks = [
      scope === undefined ? '' : `#${scope} `,
      align === undefined ? '' : `${align} `,
      columns === undefined ? '' : `${columns} columns `,
      rows === undefined ? '' : `${rows} rows `,
    ];
    return (
      marks.join('') +
      blocks
        .flatMap(sketch)
        .join(' / ')
        .replace(/^text: /, '')
    );
  });
  return `  ${kind}: ${shown.join(' ¦ ')}`;
}

function passage({ sentences }: Passage): string {
  return sentences.map(({ children }) => children.map(inline).join('')).join(' | ');
}

function inline(one: Inline): string {
  switch (one.type) {
    case 'text':
      return one.value;
    case 'code':
      return `\`${one.value}\``;
    case 'break':
      return '⏎';
    case 'pause':
      return `{pause ${one.seconds} s}`;
    case 'page':
      return `{page ${one.number}}`;
    case 'index':
      return '{index}';
    case 'image':
      return `{image ${one.path}: ${JSON.stringify(one.alt)}}`;
    case 'math':
      return `{math ${one.linear}: ${JSON.stringify(one.alttext)}}`;
    case 'note':
      return `{note ${one.number}}`;
    case 'link':
      return `[${one.children.map(inline).join('')}](${'address' in one.to ? one.to.address : '→'})`;
    case 'mark':
      return `<${[one.tag, one.lang, one.dir, one.title, voiceOf(one), ...speechOf(one)].filter(Boolean).join(' ')}>${one.children.map(inline).join('')}</>`;
  }
}

function voiceOf({ voice }: Local): string {
  return voice === undefined ? '' : `voice ${voice}`;
}

function speechOf({ speech = {} }: Mark): readonly string[] {
  return Object.entries(speech).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
}
