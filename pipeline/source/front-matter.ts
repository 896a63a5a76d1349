import type { YamlText } from './yaml.ts';

/** The YAML between `---` lines at the very start of a Markdown file, if it has any. */
export function frontMatterOf(file: string, markdown: string): YamlText | undefined {
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(markdown);
  return match ? { file, text: match[1] ?? '', firstLine: 2 } : undefined;
}
