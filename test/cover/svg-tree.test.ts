import fc from 'fast-check';
import { fromXml } from 'xast-util-from-xml';
import { expect, test } from 'vitest';
import { serialise, svg } from '../../pipeline/cover/svg-tree.ts';

test('words are text, never markup', () => {
  const tree = svg('text', { x: 1, fill: '"><script>' }, `<&"'> ]]>`, svg('b'));
  expect(serialise(tree)).toBe(
    '<text x="1" fill="&quot;&gt;&lt;script&gt;">&lt;&amp;&quot;&#39;&gt; ]]&gt;<b></b></text>',
  );
});

test('any text comes back from an XML parser as it was, but for what XML cannot carry', () => {
  const texts = fc.string({
    unit: fc.oneof(
      fc.constantFrom('<', '>', '&', '"', "'", '\t', '\n', '\r', ']', '!', '-'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(texts, texts, (attribute, text) => {
      const root = fromXml(serialise(svg('t', { a: attribute }, text))).children[0];
      if (root?.type !== 'element') throw new Error('No element was read.');
      const carried = (value: string) =>
        value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
      expect(root.attributes['a']).toBe(carried(attribute));
      expect(root.children.map((child) => (child.type === 'text' ? child.value : '?')).join('')).toBe(
        carried(text),
      );
    }),
    { numRuns: 500 },
  );
});
