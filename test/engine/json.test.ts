import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../pipeline/engine/json.ts';
import { stepKey } from '../../pipeline/engine/key.ts';

/** The same value with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, reversed(item)] as const);
  // `fromEntries` defines even `__proto__` as a property like any other.
  return Object.fromEntries(entries.reverse());
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('canonical JSON', () => {
  test('ignores the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => canonicalJson(reversed(value)) === canonicalJson(value)),
    );
  });

  test('is JSON of the same value, so that different values differ', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(plain(value));
      }),
    );
  });

  test('is equal only for equal values', () => {
    const small = fc.jsonValue({ maxDepth: 1, stringUnit: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(canonicalJson(a) === canonicalJson(b)).toBe(isDeepStrictEqual(plain(a), plain(b)));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    [{ b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [[3, 'x', [true]], '[3,"x",[true]]'],
    ['\ud800 „Anführung“', '"\\ud800 „Anführung“"'],
    [Object.assign(Object.create(null) as object, { bare: 1 }), '{"bare":1}'],
  ])('writes %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([
    ['NaN', Number.NaN],
    ['an infinity', { at: Number.NEGATIVE_INFINITY }],
    ['a bigint', 1n],
    ['a function', [() => 1]],
    ['undefined', undefined],
    ['undefined in a list', [undefined]],
    ['a hole in a list', new Array<number>(2)],
    ['a date', { at: new Date(0) }],
    ['a map', new Map([['a', 1]])],
    ['bytes', new Uint8Array(3)],
    ['an error', new Error('x')],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

/** The key of a step with that input. */
const keyOf = (
  stage: Parameters<typeof stepKey>[0],
  tools: Parameters<typeof stepKey>[1],
  input: unknown,
): string => stepKey(stage, tools, canonicalJson(input));

describe('the key of a step', () => {
  const stage = { name: 'speak', version: 1, tools: ['voice'] };
  const tools = { voice: { identity: { name: 'Ada', digest: 'abc' } }, encoder: { identity: 'aac' } };
  const key = keyOf(stage, tools, { text: 'hello' });

  test('is a digest that no release may change by accident', () => {
    expect(key).toBe('bd3dd1415c24307484c19d8c5a85779bf1fd3bd960c66536d4966404ad0a6e36');
  });

  test('changes with the name, the version, an identity that the stage names, and the input', () => {
    const keys = [
      key,
      keyOf({ ...stage, name: 'sing' }, tools, { text: 'hello' }),
      keyOf({ ...stage, version: 2 }, tools, { text: 'hello' }),
      keyOf(stage, { ...tools, voice: { identity: { name: 'Ada', digest: 'abd' } } }, { text: 'hello' }),
      keyOf(stage, tools, { text: 'hello ' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('does not change with other tools, with the handle of a tool, or with the order of keys', () => {
    const voice = { speak: () => 'loudly', identity: { digest: 'abc', name: 'Ada' } };
    expect(keyOf(stage, { encoder: { identity: 'mp3' }, voice }, { text: 'hello' })).toBe(key);
  });

  test('does not take a tool from the prototype', () => {
    expect(() => keyOf({ ...stage, tools: ['toString'] }, tools, null)).toThrow('no tool named “toString”');
  });
});
