import fc from 'fast-check';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../pipeline/document/markdown/parse.ts';
import { neededFor } from '../../pipeline/document/markdown/syntax-needed.ts';

const whole = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).freeze();

/** All that takes part in tables, addresses and what they may be mixed up with. */
const pieces = [
  'a', 'w', 'ww', 'www', 'www.', 'ht', 'tp', 'http', '://', 'HTTPS://a.bc', 'b@c.de', 'mailto:', 'xmpp:', '@', '.', '_', '+', '-', '--', ':-',
  '-:', ':', '|', '\\|', '\n', '\n\n', ' ', '    ', '&#64;', '&commat;', '&#119;', '&', '*', '**', '`', '[', ']', '(', ')', '^', '^1', '~', '~~',
  '# ', '- ', '1. ', '> ', '[ ] ', '<', '>', '\\', '{', '}', ':::', ':b[', '---\n', '===', '!',
]; // prettier-ignore
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((some) => some.join(''));

test('a text is read the same without the syntax that it cannot hold', () => {
  fc.assert(
    fc.property(text, (markdown) => {
      expect(outcome(() => parseMarkdown(markdown))).toEqual(outcome(() => whole.parse(markdown)));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['Prose, with a dash - and a colon: nothing more. *Some* of it; [a link](#there).', []],
  ['Write to me@example.org.', ['autolink']],
  ['See WWW.example.org.', ['autolink']],
  ['me&#64;example.org', ['autolink']],
  ['a\n:-', ['table']],
  ['| a |\n| --- |', ['table']],
])('%s', (markdown, needed) => {
  expect([...neededFor(markdown)]).toEqual(needed);
});

/** In some tangles the library's own assertions fail, which it has in tests alone: then with either syntax. */
function outcome(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    return String(error);
  }
}
