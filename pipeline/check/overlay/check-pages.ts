import type { Root } from 'xast';
import type { Epub } from '../epub/open-epub.ts';
import type { ManifestItem, PackageDocument } from '../epub/package-document.ts';
import { readOrTell } from '../epub/read-or-tell.ts';
import { parseXml } from '../epub/xml.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';
import { checkCaptions } from './check-captions.ts';
import { checkAccess } from '../page/check-access.ts';
import { checkContents, type PagePlace } from '../page/check-contents.ts';
import { checkTypes } from '../page/check-types.ts';
import { checkClasses, checkUnnamed } from './check-classes.ts';
import { checkCoverage, clipsByTarget } from './check-coverage.ts';
import { checkOrder, checkTargets, orderOf } from './check-order.ts';
import { createClassFinder } from './defined-classes.ts';
import type { Overlay } from './read-overlay.ts';
import type { Overlays } from './read-overlays.ts';
import { visibleTexts } from './visible-texts.ts';

export type PageChecks = {
  /** How many pages are read aloud. */
  readonly voiced: number;
  readonly findings: readonly Finding[];
};

export type PageOptions = {
  /** Also those of a book of text alone, of which else only captions are looked at: to read them all takes its time. */
  readonly everyPage?: boolean | undefined;
};

type Named = Pick<Overlay, 'pars' | 'groups'>;
const nothing: Named = { pars: [], groups: [] };

/** The text of each page against what is read aloud of it. */
export async function checkPages(
  { archive, package: book }: Epub,
  overlays: Overlays,
  { everyPage = false }: PageOptions = {},
): Promise<PageChecks> {
  const findings: Finding[] = [];
  const places = new Map<string, PagePlace>();
  const defined = new Set<string>();
  let contents: { readonly root: Root; readonly path: string } | undefined;
  const classesOf = createClassFinder(archive);
  const isRead = book.items.some(({ overlay }) => overlay !== undefined);
  const named = byPage([...overlays.values()]);
  const checkVoiced = async (root: Root, path: string): Promise<readonly Finding[]> => {
    const { pars } = named.get(path) ?? nothing;
    const classes = await classesOf(root, path);
    for (const one of classes) defined.add(one);
    return [
      ...checkOrder(pars, orderOf(root)),
      ...checkCoverage(visibleTexts(root, path), clipsByTarget(pars), isPromised(book) ? 'error' : 'warning'),
      ...checkClasses(book, classes, { root, path }),
    ];
  };
  let voiced = 0;
  for (const [spine, { path, overlay, properties }] of pagesOf(book).entries()) {
    if (!archive.entries.has(path)) continue;
    const text = await readOrTell((whole) => whole, archive.text(path), path, findings);
    if (text === undefined || (!isRead && !everyPage && !text.includes('figcaption'))) continue;
    const root = await readOrTell(parseXml, Promise.resolve(text), path, findings);
    if (!root) continue;
    const order = orderOf(root);
    places.set(path, { spine, order });
    if (properties.includes('nav')) contents = { root, path };
    findings.push(
      ...checkCaptions(root, path),
      ...checkAccess(root, path),
      ...checkTypes(root, path),
      ...checkTargets(named.get(path) ?? nothing, path, order),
    );
    if (overlay !== undefined) {
      voiced++;
      findings.push(...(await checkVoiced(root, path)));
    } else if (isRead && visibleTexts(root, path).length > 0) {
      findings.push(finding('page-without-overlay', 'This page is not read aloud; others are.', { path }));
    }
  }
  if (contents) findings.push(...checkContents(contents.root, contents.path, places));
  findings.push(...checkUnnamed(book, defined), ...lostTargets(named, book.items));
  return { voiced, findings };
}

/** What is read in its turn, and the contents page, which has an overlay whether or not it stands in the spine. */
function pagesOf({ items, spine }: PackageDocument): readonly ManifestItem[] {
  const pages = [...spine, ...items.filter(({ overlay }) => overlay !== undefined)];
  return [...new Set(pages)].filter(({ mediaType }) => mediaType === 'application/xhtml+xml');
}

/** A book that says it is read aloud promises all of it. */
function isPromised({ metas }: PackageDocument): boolean {
  return metas.some(({ property, value }) => property === 'schema:accessibilityFeature' && value === 'synchronizedAudioText'); // prettier-ignore
}

function byPage(overlays: readonly Overlay[]): ReadonlyMap<string, Named> {
  const pages = new Map<string, { readonly pars: Overlay['pars'][number][]; readonly groups: Overlay['groups'][number][] }>(); // prettier-ignore
  const page = (path: string) => {
    const found = pages.get(path) ?? { pars: [], groups: [] };
    pages.set(path, found);
    return found;
  };
  for (const { pars, groups } of overlays) {
    for (const par of pars) page(par.text.path).pars.push(par);
    for (const group of groups) page(group.text.path).groups.push(group);
  }
  return pages;
}

/** Targets in files that are no pages of the book. */
function lostTargets(named: ReadonlyMap<string, Named>, items: readonly ManifestItem[]): readonly Finding[] {
  const known = new Set(items.map(({ path }) => path));
  return [...named]
    .filter(([path]) => !known.has(path))
    .flatMap(([path, { pars, groups }]) =>
      [...pars, ...groups].map(({ place }) =>
        finding('target-missing', `${path} is no file of the book.`, place),
      ),
    );
}
