import fc from 'fast-check';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { expect, test } from 'vitest';
import { serialiseXml, toXmlText } from '../../pipeline/xml/serialise.ts';
import { x } from '../../pipeline/xml/x.ts';

/** Any text, rich in what is difficult: controls, halves of pairs, non-characters, markup, ends of CDATA. */
const text = fc.array(
  fc.oneof(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), fc.constantFrom(']]>', ']]', '>', '&lt;', '<!--', '<?', '\r\n', '\r', '\t')),
).map((parts) => parts.join('')); // prettier-ignore

test('any text comes back from the XML as it was, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(text, (words) => {
      const [root] = fromXml(serialiseXml(x('a', {}, words))).children.filter(
        (node): node is Element => node.type === 'element',
      );
      expect(root?.children.map((node) => (node.type === 'text' ? node.value : '')).join('')).toBe(
        toXmlText(words),
      );
    }),
  );
});

test('any attribute comes back from the XML as it was, but for what XML cannot hold, and white space is spaces', () => {
  fc.assert(
    fc.property(text, (words) => {
      const [root] = fromXml(serialiseXml(x('a', { b: words }))).children.filter(
        (node): node is Element => node.type === 'element',
      );
      expect(root?.attributes['b']?.replace(/[\t\n]/g, ' ')).toBe(toXmlText(words).replace(/[\t\n]/g, ' '));
    }),
  );
});

test('text that XML can hold is not changed', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (words) => toXmlText(words) === words));
});

test('controls and non-characters go, a lone surrogate is replaced, line ends are line feeds', () => {
  expect(toXmlText('a\u0000b\u001Fc\uFFFEd\uFFFFe\uD800f\r\ng\rh\t\u{1F600}')).toBe(
    'abcde\uFFFDf\ng\nh\t\u{1F600}',
  );
});

test('an element is written as the library for trees of XML writes it', () => {
  // A text of forbidden characters alone leaves an element empty only once it is written: the library has seen it full.
  const writable = text.map(toXmlText);
  const leaf = fc.oneof(writable, writable.map((words) => x('i', { 'epub:type': words, dir: undefined }, words)), fc.constant(x('br', { id: '' }))); // prettier-ignore
  fc.assert(
    fc.property(fc.array(leaf), writable, (children, words) => {
      const element = x('p', { id: words, 'xml:lang': 'en' }, ...children, x('b', {}, ...children));
      const written = toXml(element, { closeEmptyElements: true, tightClose: true });
      expect(serialiseXml(element)).toBe(
        `<?xml version="1.0" encoding="UTF-8"?>\n${toXmlText(written).replaceAll(']]>', ']]&gt;')}\n`,
      );
    }),
  );
});
