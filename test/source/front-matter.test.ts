import { describe, expect, test } from 'vitest';
import { frontMatterOf, withoutFalseFrontMatter } from '../../pipeline/source/front-matter.ts';

describe('a text that opens with three hyphens', () => {
  test.each([
    ['title: A', '---\ntitle: A\n---\n# B\n'],
    ['a key alone', '---\ntitle:\n---\n'],
    ['nothing', '---\n---\ntext\n'],
    ['a comment', '---\n# title\n---\n'],
    ['what is no right YAML', '---\ntitle: [\n---\n'],
    ['lines of Windows', '---\r\ntitle: A\r\n---\r\n'],
  ])('has front matter that holds %s', (_what, text) => {
    expect(withoutFalseFrontMatter(text)).toBe(text);
    expect(frontMatterOf('a.md', text)).toMatchObject({ file: 'a.md', firstLine: 2 });
  });

  test.each([
    ['words and a heading', '---\nFoo\n---\nBar\n'],
    ['a list', '---\n- a\n- b\n---\n'],
    ['an address', '---\nhttp://example.org\n---\n'],
  ])('has a thematic break and %s', (_what, text) => {
    const kept = withoutFalseFrontMatter(text);
    expect(kept).toBe(`***${text.slice(3)}`);
    expect(frontMatterOf('a.md', kept)).toBeUndefined();
  });

  test('has a thematic break where no other hyphens follow', () => {
    expect(withoutFalseFrontMatter('---\ntext\n')).toBe('---\ntext\n');
    expect(frontMatterOf('a.md', '---\ntext: x\n')).toBeUndefined();
  });
});
