import type { Plugin } from 'unified';
import { readTex, type ReadTex, type Temml } from './read-tex.ts';

/** For inline maths between `$$` and blocks between lines of `$$`. A single `$` is money. */
export type MathSyntax = Plugin<[{ readonly singleDollarTextMath: boolean }]>;

/** What reads mathematics in Markdown. */
export type MathTools = {
  readonly syntax: MathSyntax;
  readonly read: (tex: string, display: boolean) => ReadTex;
};

/** A megabyte of code that most books do without: only a text that may hold mathematics loads it. */
export async function loadMath(markdown: string): Promise<MathTools | undefined> {
  if (!/\$\$|^[ >\t*+-]*(?:`{3,}|~{3,})[ \t]*math\b|language-math/mu.test(markdown)) return undefined;
  const [{ default: syntax }, { default: temml }] = await Promise.all([
    import('remark-math'),
    import('temml'),
  ]);
  return {
    syntax: syntax,
    read: (tex, display) => readTex(tex, display, temml as unknown as Temml),
  };
}
