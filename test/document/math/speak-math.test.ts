import { readFileSync } from 'node:fs';
import path from 'node:path';
import temml from 'temml';
import { describe, expect, test } from 'vitest';
import { speakMath } from '../../../pipeline/document/math/english/speak-math.ts';
import { readTex, type Temml } from '../../../pipeline/document/math/read-tex.ts';

const table = readFileSync(path.join(import.meta.dirname, 'table.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes('  =>  '))
  .map((line): [string, string] => {
    const [tex = '', spoken = ''] = line.split('  =>  ');
    return [tex, spoken];
  });

function say(tex: string): string {
  const read = readTex(tex, true, temml as unknown as Temml);
  return 'tree' in read ? speakMath(read.tree) : `(${read.fault})`;
}

describe('a formula is said as a person says it', () => {
  test('by the table', () => {
    expect(table.length).toBeGreaterThan(200);
    expect(table.map(([tex]) => [tex, say(tex)])).toEqual(table);
  });

  test.each([
    ['\\sqrt{x} + 1', '\\sqrt{x + 1}'],
    ['\\frac{a}{b} + c', '\\frac{a}{b + c}'],
    ['\\frac{a}{b + c} + d', '\\frac{a}{b + c + d}'],
    ['\\frac{\\frac{a}{b}}{c}', '\\frac{a}{\\frac{b}{c}}'],
    ['x^n + 1', 'x^{n + 1}'],
    ['x^{n+1} y', 'x^{(n+1)y}'],
    ['e^x y', 'e^{x y}'],
    ['a_n + 1', 'a_{n + 1}'],
    ['2\\frac{x}{y}', '\\frac{2x}{y}'],
    ['|x| y', '|x y|'],
    ['|x|^2', '|x^2|'],
    ['\\|x\\|_2', '\\|x_2\\|'],
    ['f(x) + 1', 'f(x + 1)'],
    ['f(x)^2', 'f(x^2)'],
    ['\\sqrt{2}x', '\\sqrt{2x}'],
    ['-1^n', '(-1)^n'],
    ['a - b + c', 'a - (b + c)'],
    ['R + r', 'r + R'],
    ['\\sin\\theta\\cos\\theta', '\\sin(\\theta \\cos\\theta)'],
  ])('%s is not taken for %s', (one, other) => {
    expect(say(one)).not.toBe(say(other));
  });
});
