import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../pipeline/source/clean-svg.ts';

const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inner}</svg>`;

describe('an SVG', () => {
  test('that is plain stays as it is', () => {
    const plain = svg(
      '<defs><linearGradient id="g"/><style>rect { fill: url(#g) }</style></defs><title>T</title>' +
        '<rect fill="url(#g)" style="stroke: red"/><use xlink:href="#g"/><image href="data:image/png;base64,AAAA"/>' +
        '<a href="https://example.org"><text>x &amp; y</text></a>',
    );
    expect(cleanSvg(plain)).toMatchObject({ removed: [] });
  });

  test.each([
    ['a script', '<script>alert(1)</script>', 'the element script'],
    ['a script in another case', '<SCRIPT>alert(1)</SCRIPT>', 'the element SCRIPT'],
    [
      'a prefixed script',
      '<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>',
      'the element s:script',
    ],
    ['a handler', '<rect onclick="x"/>', 'the handler onclick'],
    ['foreign content', '<foreignObject><p>x</p></foreignObject>', 'the element foreignObject'],
    [
      'an external image',
      '<image href="https://example.org/a.png"/>',
      'the reference to https://example.org/a.png',
    ],
    ['a local file', '<image xlink:href="/etc/passwd"/>', 'the reference to /etc/passwd'],
    ['an SVG in data', '<image href="data:image/svg+xml,x"/>', 'the reference to data:image/svg+xml,x'],
    ['a script link', '<a href=" java&#10;script:x"><text>t</text></a>', 'the reference to  java\nscript:x'],
    [
      'an animated link',
      '<a href="#x"><set attributeName="href" to="javascript:x"/></a>',
      'the element set that changes a link',
    ],
    ['an imported style', '<style>@import "x.css";</style>', 'a style sheet that loads from elsewhere'],
    ['an escaped import', '<style>@\\69mport "x.css";</style>', 'a style sheet that loads from elsewhere'],
    ['a font', "<style>@font-face { src: url('f.woff') }</style>", 'a style sheet that loads from elsewhere'],
    [
      'a style with an address',
      '<rect style="fill: url(https://example.org/#a)"/>',
      'the reference in style',
    ],
    ['a fill with an address', '<rect fill="url(https://example.org/#a)"/>', 'the reference in fill'],
    ['a base', '<g xml:base="https://example.org/"/>', 'the base address https://example.org/'],
    ['an instruction', '<?xml-stylesheet href="x.css"?>', 'the instruction xml-stylesheet'],
  ])('loses %s', (_, inner, removed) => {
    const cleaned = cleanSvg(svg(`${inner}<rect id="kept"/>`));
    expect(cleaned).toMatchObject({ removed: [removed] });
    expect('svg' in cleaned && cleaned.svg).toContain('id="kept"');
    expect('svg' in cleaned && cleanSvg(cleaned.svg)).toMatchObject({ removed: [] });
  });

  test.each([
    ['that declares entities', '<!DOCTYPE svg [<!ENTITY a "a">]><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['that is not well-formed', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'],
    ['that is nothing', ''],
  ])('%s is refused', (_, source) => {
    expect(cleanSvg(source)).toHaveProperty('fault');
  });

  test('of whatever text never keeps a script', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</script>',
      '<g>',
      '</g>',
      ' onload="x"',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      'x',
      '&lt;',
      '<rect',
      '/>',
      '>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const cleaned = cleanSvg(svg(pieces.join('')));
        if ('svg' in cleaned) expect(cleanSvg(cleaned.svg)).toMatchObject({ removed: [] });
      }),
    );
  });
});
