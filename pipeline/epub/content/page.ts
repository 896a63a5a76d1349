import type { Element } from 'xast';
import { x } from '../../xml/x.ts';
import { files } from '../layout.ts';
import { serialiseXhtml, type Xml } from '../../xml/serialise.ts';

export type Page = {
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Which part of the book the page belongs to (EPUB Structural Semantics). */
  readonly part: 'frontmatter' | 'bodymatter' | 'backmatter';
  readonly content: readonly Xml[];
};

/** A content document of the package: the frame around every page. */
export function page({ title, language, direction, part, content }: Page): string {
  const head = x(
    'head',
    {},
    x('meta', { charset: 'utf-8' }),
    x('title', {}, title),
    x('link', { rel: 'stylesheet', type: 'text/css', href: files.style }),
  );
  return serialiseXhtml(
    x(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        'xml:lang': language,
        lang: language,
        dir: direction === 'rtl' ? 'rtl' : undefined,
      },
      head,
      body(part, content),
    ),
  );
}

/** A line for each block, so that people and `diff` can read the file. */
function body(part: Page['part'], content: readonly Xml[]): Element {
  return x('body', { 'epub:type': part }, ...content.flatMap((node) => ['\n', node]), '\n');
}
