/** Publications that fast-check writes in Markdown: everything that is shown, in every order. */
import fc from 'fast-check';
import { png } from '../pictures.ts';
import type { Files } from '../../helpers/workplace.ts';

const word = fc.constantFrom(
  'boat', 'harbour', 'Anna', '1984', '$4.50', 'well-known', 'Dr. Hill', 'isn’t', '*slowly*', '**now**', '`code`',
  '[quay](https://example.org)', 'H~~2~~O', '$$a^2$$', 'Größe', '“Yes,”', 'e.g.', '3:15', ':abbr[EPUB]{title="Electronic publication"}',
); // prettier-ignore
const line = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const ending = fc.constantFrom('.', '!', '?', ' …', '');
const sentences = fc.array(fc.tuple(line, ending), { minLength: 1, maxLength: 3 }).map((all) => all.map((parts) => parts.join('')).join(' ')); // prettier-ignore

const block: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: sentences },
  fc.tuple(fc.constantFrom('##', '###'), line).map(([marks, text]) => `## Section\n\n${marks} ${text}`),
  fc.array(sentences, { minLength: 1, maxLength: 3 }).map((all) => all.map((text) => `- ${text}`).join('\n')),
  fc.array(sentences, { minLength: 1, maxLength: 3 }).map((all) => all.map((text, index) => `${index + 1}. [${index % 2 ? ' ' : 'x'}] ${text}`).join('\n')),
  fc.tuple(line, line, sentences).map(([head, other, cell]) => `| ${head} | ${other} |\n| --- | --- |\n| ${cell} | 7 |\n| | ${head} |`),
  fc.tuple(line, sentences).map(([who, text]) => `> ${text}\n>\n> — ${who}`),
  fc.tuple(line, sentences).map(([alt, caption]) => `![Seen: ${alt.replace(/[[\]()*~$:{}"\x60]/g, '')}](dot.png "${caption.replace(/"/g, '')}")`),
  sentences.map((text) => `${text}[^n]\n\nMore after it.[^n]`),
  fc.tuple(fc.constantFrom('note', 'warning', 'aside'), line, sentences).map(([kind, title, text]) => `:::${kind}[${title.replace(/[[\]]/g, '')}]\n${text}\n:::`),
  fc.tuple(line, line).map(([one, two]) => `:::poem\n${one}\n${two}\n\n${two}\n:::`),
  line.map((text) => `:::definitions\nTerm\n: ${text}\n:::`),
  fc.integer({ min: 1, max: 999 }).map((page) => `Before it :page[${page}] after it.`),
  line.map((text) => `\x60\x60\x60js\nconst a = '${text.replace(/\x60/g, '')}';\n\x60\x60\x60`),
  fc.constant('$$\nx = \\frac{1}{2}\n$$'),
  fc.constant('***'),
); // prettier-ignore

const chapter = fc
  .tuple(line, fc.array(block, { minLength: 1, maxLength: 6 }))
  .map(([title, blocks]) => `# ${title}\n\n${blocks.join('\n\n')}\n\n[^n]: A note. It has two sentences.\n`);

export const anyPublication: fc.Arbitrary<Files> = fc
  .record({
    readAloud: fc.constantFrom('sentence', 'word'),
    notes: fc.constantFrom('after-paragraph', 'end-of-chapter'),
    chapters: fc.array(chapter, { minLength: 1, maxLength: 3 }),
  })
  .map(({ readAloud, notes, chapters }) => ({
    'publication.yaml': `title: Any book\nlanguage: en\nmodified: "2026-02-03T10:00:00Z"\nnarration:\n  readAloud: ${readAloud}\n  notes: ${notes}\n`,
    'dot.png': png(200, 200),
    ...Object.fromEntries(chapters.map((text, index) => [`${index + 1}.md`, text])),
  }));
