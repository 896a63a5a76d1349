import { cleanMath, type TemmlNode, UnshownMath } from './clean-math.ts';
import type { MathElement } from './math-tree.ts';

/** What is used of temml, which is loaded only for texts that hold mathematics. */
export type Temml = {
  readonly __renderToMathMLTree: (tex: string, options: Readonly<Record<string, unknown>>) => unknown;
};

export type ReadTex = { readonly tree: MathElement } | { readonly fault: string };

/** Beyond it is an attack, or a file of data between dollar signs. UTF-16 units. */
const longestTex = 10_000;

/** TeX to MathML. Whatever is wrong with it is told in words, and never thrown. */
export function readTex(tex: string, display: boolean, temml: Temml): ReadTex {
  if (tex.trim() === '') return { fault: 'it is empty' };
  if (tex.length > longestTex) return { fault: `it is longer than ${longestTex} characters` };
  // TeX forbids it too. What comes behind it is hardly a formula: words of which each letter would be a variable.
  if (/\n[ \t]*\n/u.test(tex)) return { fault: 'it has an empty line, as if the $$ at its end were missing' };
  try {
    const tree = temml.__renderToMathMLTree(tex, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      annotate: false,
      maxExpand: 500,
      maxSize: [10, 20],
      // Temml writes definitions into it: each formula has its own.
      macros: {},
    });
    return { tree: cleanMath(tree as TemmlNode, display) };
  } catch (error) {
    if (error instanceof UnshownMath) return { fault: error.message };
    // The tree is walked by calls, and calls have a depth.
    if (error instanceof RangeError) return { fault: 'it nests too deeply' };
    return { fault: faultOf(error) };
  }
}

/** Temml underlines the place with combining marks and repeats the formula; the first sentence is enough. */
function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes('maxExpand')) return 'its definitions never end';
  const [first = ''] = message
    .normalize('NFKD')
    .replace(/\u0332/gu, '')
    .split(/ at (?:position|end)/u);
  const words = first.replace(/\s+/gu, ' ').trim();
  return words === '' ? 'it is not TeX' : `${words.slice(0, 1).toLowerCase()}${words.slice(1, 160)}`;
}
