import type { YamlText } from './yaml.ts';

/**
 * A text that opens with a thematic break, not with metadata, has that break as `***`: the same to Markdown, and nobody
 * takes what follows for front matter. Metadata have a key, which ends in a colon.
 */
export function withoutFalseFrontMatter(markdown: string): string {
  const front = frontMatterOf('', markdown)?.text;
  const written = front?.split(/\r?\n/).filter((line) => !/^\s*(#|$)/.test(line)) ?? [];
  const isFalse = written.length > 0 && !written.some((line) => /:(\s|$)/.test(line));
  return isFalse ? markdown.replace(/^---/, '***') : markdown;
}

/** The YAML between `---` lines at the very start of a Markdown file, if it has any. */
export function frontMatterOf(file: string, markdown: string): YamlText | undefined {
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(markdown);
  return match ? { file, text: match[1] ?? '', firstLine: 2 } : undefined;
}
