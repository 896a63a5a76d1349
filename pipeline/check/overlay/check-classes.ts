import type { Root } from 'xast';
import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';
import type { PackageDocument } from '../epub/package-document.ts';
import { placeOf } from '../epub/xml.ts';

const properties = ['media:active-class', 'media:playback-active-class'];

/** What everybody calls them. */
const usual = ['-epub-media-overlay-active', '-epub-media-overlay-playing'];

/** A style for the usual class that the package does not name: nothing is then marked. */
export function checkUnnamed(
  { metas, path }: PackageDocument,
  defined: ReadonlySet<string>,
): readonly Finding[] {
  const named = metas.filter(({ property }) => properties.includes(property)).map(({ value }) => value);
  return usual
    .filter((name) => defined.has(name) && !named.includes(name))
    .map((name) => finding('class-not-named', `The package names no class “${name}”, which a style sheet defines.`, { path })); // prettier-ignore
}

/** The classes that a reading system puts on what is being read aloud (EPUB 3.3, 9.3.5.2) are defined for the page. */
export function checkClasses(
  { metas }: PackageDocument,
  defined: ReadonlySet<string>,
  page: { readonly root: Root; readonly path: string },
): readonly Finding[] {
  return metas
    .filter(({ property, value }) => properties.includes(property) && value !== '' && !defined.has(value))
    .map(({ property, value }) => {
      const message = `No style sheet of the page defines the class “${value}”, which ${property} names.`;
      const top = page.root.children.find((node) => node.type === 'element') ?? page.root;
      return finding('class-undefined', message, placeOf(page.path, top));
    });
}
