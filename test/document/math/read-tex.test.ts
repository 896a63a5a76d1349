import temml from 'temml';
import { describe, expect, test } from 'vitest';
import { speakMath } from '../../../pipeline/document/math/english/speak-math.ts';
import { linearMath } from '../../../pipeline/document/math/linear-math.ts';
import {
  elementsOf,
  mathAttributes,
  mathElements,
  type MathElement,
} from '../../../pipeline/document/math/math-tree.ts';
import { readTex, type ReadTex, type Temml } from '../../../pipeline/document/math/read-tex.ts';

const read = (tex: string): ReadTex => readTex(tex, true, temml as unknown as Temml);

function treeOf(tex: string): MathElement {
  const found = read(tex);
  if ('fault' in found) throw new Error(found.fault);
  return found.tree;
}

function all(element: MathElement): readonly MathElement[] {
  return [element, ...elementsOf(element).flatMap(all)];
}

describe('TeX becomes MathML Core', () => {
  test.each([
    'x^2',
    '\\begin{align} a &= b \\\\ c &= d \\end{align}',
    '\\boxed{x}',
    '\\overline{AB} + \\underline{c}',
    '\\color{red}{x} + \\text{words}',
    'x = 1 \\tag{1}',
    '\\mathrm{km/h}',
    '\\begin{cases} 1 & x \\\\ 2 & y \\end{cases}',
  ])('%s holds nothing else', (tex) => {
    for (const { name, attributes = {} } of all(treeOf(tex))) {
      expect(mathElements).toContain(name);
      for (const attribute of Object.keys(attributes)) expect(mathAttributes).toContain(attribute);
    }
  });

  test('numbers, identifiers and signs are tokens', () => {
    expect(treeOf('x^2 + 1')).toEqual({
      name: 'math',
      attributes: { displaystyle: 'true' },
      children: [
        {
          name: 'mrow',
          children: [
            {
              name: 'msup',
              children: [
                { name: 'mi', children: ['x'] },
                { name: 'mn', children: ['2'] },
              ],
            },
            { name: 'mo', children: ['+'] },
            { name: 'mn', children: ['1'] },
          ],
        },
      ],
    });
  });
});

describe('what is no formula is told, and never thrown', () => {
  test.each([
    ['', 'it is empty'],
    ['\\foo', 'unsupported function name: \\foo'],
    ['\\href{javascript:alert(1)}{x}', 'unsupported function name: \\href'],
    ['\\includegraphics{http://example.org/x.png}', 'function "\\includegraphics" is not trusted'],
    ['\\def\\a{\\a\\a}\\a', 'its definitions never end'],
    ['{'.repeat(4000), 'it nests too deeply'],
    ['\\frac{1}{2', "unexpected end of input in a macro argument, expected '}'"],
    ['x'.repeat(10_001), 'it is longer than 10000 characters'],
    ['x = 1\n\nNobody closed it.', 'it has an empty line, as if the $$ at its end were missing'],
    ['x+'.repeat(4000), 'it has more than 5000 parts'],
  ])('%s', (tex, fault) => {
    expect(read(tex)).toEqual({ fault });
  });

  test('a definition in one formula is none in the next', () => {
    expect(read('\\gdef\\mine{x} \\mine')).toHaveProperty('tree');
    expect(read('\\mine')).toHaveProperty('fault');
  });

  test.each([
    ['powers', `${'x^{'.repeat(30)}x${'}'.repeat(30)}`],
    ['brackets', `${'f('.repeat(60)}x${'+1)'.repeat(60)}`],
    ['fractions', `${'\\frac{1}{1+'.repeat(30)}x${'}'.repeat(30)}`],
    ['bars', '|x'.repeat(900)],
    ['accents', `${'\\vec{'.repeat(30)}x${'}'.repeat(30)}`],
  ])('nested %s take no more time than they have parts', (_, tex) => {
    const begun = performance.now();
    const tree = treeOf(tex);
    speakMath(tree);
    linearMath(tree);
    expect(performance.now() - begun).toBeLessThan(1500);
  });
});

describe('the linear form is what people type without typesetting', () => {
  test.each([
    ['x^2 + 2x', 'x² + 2x'],
    ['\\frac{a+b}{c}', '(a + b)/c'],
    ['\\sqrt{x+1}', '√(x + 1)'],
    ['\\frac{3}{4}x', '(3/4)x'],
    ['2\\frac12', '2 1/2'],
    ['\\sum_{i=1}^n i', '∑_(i=1)ⁿ i'],
    ['\\int_0^1 x\\,dx', '∫₀¹ x dx'],
    ['\\vec{v}', 'v⃗'],
    ['x_i^2', 'x_i²'],
    ['90^\\circ', '90°'],
    ['a := b', 'a := b'],
    ['x \\in \\mathbb{R}', 'x ∈ ℝ'],
    ['\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}', '(a, b; c, d)'],
    ['\\begin{align} a &= b \\\\ c &= d \\end{align}', 'a = b; c = d'],
  ])('%s → %s', (tex, linear) => {
    expect(linearMath(treeOf(tex))).toBe(linear);
  });
});
