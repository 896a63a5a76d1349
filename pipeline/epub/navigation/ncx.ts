import type { Element } from 'xast';
import { x } from '../../xml/x.ts';
import type { Book } from '../../document/model.ts';
import type { Layout } from '../layout.ts';
import { serialiseXml } from '../../xml/serialise.ts';
import { entriesOf, type Entry } from './entries.ts';

/** The contents once more for readers of EPUB 2 (OPF 2.0.1, 2.4.1). Its `uid` must be that of the package document. */
export function ncxDocument(book: Book, layout: Layout, identifier: string): string {
  const entries = entriesOf(book, layout);
  let order = 0;
  const point = ({ title, href, entries: below }: Entry): Element => {
    order += 1;
    const attributes = { id: `point-${order}`, playOrder: order };
    return x(
      'navPoint',
      attributes,
      label('navLabel', title),
      x('content', { src: href }),
      ...below.map(point),
    );
  };
  const meta = (name: string, content: string): Element => x('meta', { name: `dtb:${name}`, content });
  const head = x(
    'head',
    {},
    meta('uid', identifier),
    meta('depth', String(depthOf(entries))),
    meta('totalPageCount', '0'),
    meta('maxPageNumber', '0'),
  );
  const attributes = {
    xmlns: 'http://www.daisy.org/z3986/2005/ncx/',
    version: '2005-1',
    'xml:lang': book.language,
  };
  return serialiseXml(
    x('ncx', attributes, head, label('docTitle', book.title), x('navMap', {}, ...entries.map(point))),
  );
}

function label(name: string, words: string): Element {
  return x(name, {}, x('text', {}, words));
}

function depthOf(entries: readonly Entry[]): number {
  return entries.reduce((deepest, { entries: below }) => Math.max(deepest, 1 + depthOf(below)), 0);
}
