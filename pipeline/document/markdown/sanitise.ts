import type { Element, Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { visit } from 'unist-util-visit';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';

const blocks = 'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr table caption thead tbody tfoot tr th td figure figcaption div section article aside header footer main address details summary'; // prettier-ignore
const inlines = 'a em strong del ins sub sup kbd samp var q cite small mark abbr b i u s strike span dfn bdi bdo time data ruby rt rp code tt br wbr img input'; // prettier-ignore

/** What an author may write in raw HTML. Elements that are not named are unwrapped: their words stay. */
const schema: Schema = {
  tagNames: [...blocks.split(' '), ...inlines.split(' ')],
  strip: ['script', 'style', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'template', 'svg', 'math', 'audio', 'video', 'canvas', 'noscript', 'noembed', 'noframes', 'title', 'textarea', 'select', 'xmp', 'plaintext', 'portal'], // prettier-ignore
  attributes: {
    '*': ['id', 'lang', 'xmlLang', 'dir', 'title', 'dataLectern', 'dataLabel'],
    a: ['href', 'name'],
    img: ['src', 'alt'],
    input: ['type', 'checked', 'disabled'],
    ol: ['start', 'reversed', 'type'],
    li: ['value', 'className'],
    ul: ['className'],
    code: ['className'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    td: ['align', 'colSpan', 'rowSpan'],
    figure: ['dataCredit', 'dataLicense', 'dataSource', 'dataDecorative'],
    div: ['dataRowHeaders'],
    span: ['dataAs', 'dataSub', 'dataSee', 'dataSeeAlso'],
    details: ['open'],
  },
  // Addresses are judged where links and images are built; ids become link targets, and are minted anew.
  protocols: {},
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

/** Elements that would run, load, frame, restyle or collect; leaving them out is told. */
const told = new Set(['script', 'style', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'link', 'meta', 'base', 'audio', 'video', 'canvas', 'svg', 'math', 'form', 'textarea', 'select', 'button']); // prettier-ignore
const loading = new Set([
  'srcset',
  'srcSet',
  'background',
  'poster',
  'ping',
  'action',
  'formAction',
  'manifest',
  'data',
  'cite',
  'longDesc',
]);

/** Leaves only what a book may hold, and tells of everything unsafe that goes. */
export function sanitise(
  tree: Root,
  file: string,
): { readonly tree: Root; readonly problems: readonly Problem[] } {
  const found: Problem[] = [];
  visit(tree, 'element', (element: Element) => {
    const place: Place = {
      file,
      ...(element.position && { line: element.position.start.line, column: element.position.start.column }),
    };
    if (told.has(element.tagName)) found.push(problems.unsafeElement(place, element.tagName));
    for (const [name, value] of Object.entries(element.properties)) {
      const text = String(value);
      const runs = /^on/i.test(name) || (name === 'style' && /url\s*\(|@import|expression\s*\(/i.test(text));
      const loads = loading.has(name) && name !== 'cite' && /\S/.test(text);
      if (runs || loads) found.push(problems.unsafeAttribute(place, name.toLowerCase(), element.tagName));
    }
  });
  return { tree: sanitize(tree, schema) as Root, problems: found };
}
