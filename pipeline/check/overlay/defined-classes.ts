import { parse, walk, type CssNode } from 'css-tree';
import type { Root } from 'xast';
import { resolveAddress } from '../epub/addresses.ts';
import type { Archive } from '../epub/archive.ts';
import { attribute, elementsOf, localName, textOf } from '../epub/xml.ts';

/** Sheets that import each other for ever are not followed further. */
const mostSheets = 64;

/** Tells which classes the style sheets of a page define; each sheet is read once. */
export function createClassFinder(
  archive: Archive,
): (page: Root, path: string) => Promise<ReadonlySet<string>> {
  const known = new Map<string, Promise<Sheet>>();
  const sheetAt = (path: string): Promise<Sheet> => {
    const found = known.get(path) ?? readSheet(archive, path);
    known.set(path, found);
    return found;
  };
  return async (page, path) => {
    const own = sheetsOf(page, path);
    const classes = new Set(own.inline.flatMap((css) => [...classesIn(css, path).classes]));
    const waiting = [...own.linked];
    for (const sheet of waiting) {
      const { classes: more, imports } = await sheetAt(sheet);
      for (const one of more) classes.add(one);
      waiting.push(...imports.filter((one) => !waiting.includes(one) && waiting.length < mostSheets));
    }
    return classes;
  };
}

type Sheet = { readonly classes: ReadonlySet<string>; readonly imports: readonly string[] };

function sheetsOf(
  page: Root,
  path: string,
): { readonly linked: readonly string[]; readonly inline: readonly string[] } {
  const linked: string[] = [];
  const inline: string[] = [];
  for (const element of elementsOf(page)) {
    const name = localName(element);
    if (name === 'style') inline.push(textOf(element));
    const isSheet = name === 'link' && /(?:^|\s)stylesheet(?:\s|$)/i.test(element.attributes['rel'] ?? '');
    const address = isSheet ? resolveAddress(attribute(element, 'href') ?? '', path) : undefined;
    if (address) linked.push(address.path);
  }
  return { linked, inline };
}

/** A sheet that is not there or cannot be read defines nothing; that it is missing is told by others. */
async function readSheet(archive: Archive, path: string): Promise<Sheet> {
  const text = archive.entries.has(path) ? await archive.text(path) : '';
  return classesIn(text, path);
}

function classesIn(css: string, path: string): Sheet {
  const classes = new Set<string>();
  const imports: string[] = [];
  // What is wrong in a sheet is skipped, as a browser does.
  const tree = parse(css, { parseValue: false });
  walk(tree, (node: CssNode) => {
    if (node.type === 'ClassSelector') classes.add(node.name);
    if (node.type !== 'Atrule' || node.name !== 'import') return;
    const target = node.prelude?.type === 'AtrulePrelude' ? node.prelude.children.first : undefined;
    const written = target?.type === 'String' || target?.type === 'Url' ? target.value : undefined;
    const address = written === undefined ? undefined : resolveAddress(written, path);
    if (address) imports.push(address.path);
  });
  return { classes, imports };
}
