import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';

export type CleanedSvg =
  { readonly svg: string; readonly removed: readonly string[] } | { readonly fault: string };

const activeElements = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'handler',
  'listener',
]);

/**
 * An SVG without scripts, handlers, foreign content and anything that loads from elsewhere, and what was taken out.
 * A declaration of entities is refused: it is how a small file becomes a large one.
 */
export function cleanSvg(source: string): CleanedSvg {
  if (/<!DOCTYPE[^>[]*\[/i.test(source)) return { fault: 'it declares entities in its DOCTYPE' };
  let root: Root;
  try {
    root = fromXml(source.replace(/^\uFEFF/, ''));
  } catch (cause) {
    return { fault: `it is not well-formed XML: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
  const removed: string[] = [];
  // Comments stay; processing instructions may load style sheets; EPUB allows few document types.
  root.children = root.children.filter((child) => {
    if (child.type === 'instruction') {
      if (child.name === 'xml') return false;
      removed.push(`the instruction ${child.name}`);
      return false;
    }
    return child.type !== 'doctype' || void removed.push('the document type');
  });
  for (const child of root.children) if (child.type === 'element') clean(child, removed);
  return { svg: toXml(root), removed: [...new Set(removed)] };
}

function clean(element: Element, removed: string[]): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    const fault = value == null ? undefined : attributeFault(name, value, localName(element.name));
    if (fault === undefined) continue;
    removed.push(fault);
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the tree is ours, and attributes have any name
    delete element.attributes[name];
  }
  element.children = element.children.filter((child) => {
    if (child.type === 'instruction') return void removed.push(`the instruction ${child.name}`);
    if (child.type !== 'element') return true;
    const name = localName(child.name);
    if (activeElements.has(name)) return void removed.push(`the element ${child.name}`);
    if (name === 'style' && loadsFromElsewhere(textOf(child)))
      return void removed.push('a style sheet that loads from elsewhere');
    if (isAnimationOfLink(child)) return void removed.push(`the element ${child.name} that changes a link`);
    clean(child, removed);
    return true;
  });
}

function attributeFault(name: string, value: string, element: string): string | undefined {
  const local = localName(name);
  if (local.startsWith('on')) return `the handler ${name}`;
  if (local === 'href' || local === 'src') {
    const address = value.replace(/[\s\p{Cc}]+/gu, '');
    const inner = address.startsWith('#') || /^data:image\/(png|jpeg|gif|webp);/i.test(address);
    const link = element === 'a' && /^(https?|mailto):/i.test(address);
    if (!inner && !link) return `the reference to ${value.length > 60 ? `${value.slice(0, 60)}…` : value}`;
  }
  if (local === 'base' && name !== 'base') return `the base address ${value}`;
  if (loadsFromElsewhere(value)) return `the reference in ${name}`;
  return undefined;
}

/** CSS that reaches out: `@import`, or `url()` of anything but a fragment of the same file or a picture inside it. */
function loadsFromElsewhere(css: string): boolean {
  const plain = css
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => codePoint(code))
    .replace(/\/\*.*?\*\//gs, '');
  if (/@import/i.test(plain)) return true;
  return [...plain.matchAll(/url\(\s*(["']?)\s*([^"')]*)/gi)].some(
    ([, , target]) => !/^(#|data:image\/(png|jpeg|gif|webp);)/i.test(target ?? ''),
  );
}

function codePoint(hexadecimal: string): string {
  const code = Number.parseInt(hexadecimal, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

/** SMIL animation can turn a harmless link into `javascript:` while the picture is shown. */
function isAnimationOfLink(element: Element): boolean {
  return (
    ['animate', 'set'].includes(localName(element.name)) &&
    /href$/i.test(element.attributes['attributeName'] ?? '')
  );
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : ''))
    .join('');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
