import { duration, size } from '../command/words.ts';
import { escapeHtml } from '../escape-html.ts';
import { fileKind } from './file-kinds.ts';
import { addressIn, feedName, hasFeed, type ServedPublication } from './publications.ts';

/** The page that a browser sees: every publication, and links to its files. */
export function indexPage(publications: readonly ServedPublication[], origin: string): string {
  const [only, ...others] = publications;
  const title = only !== undefined && others.length === 0 ? only.manifest.title : 'Publications';
  const sections = publications.map((one, index) => section(one, origin, index));
  const nothing = '<p>There is no publication in this folder. <code>lectern build</code> makes them.</p>\n';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; color: #111; background: #fff; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root { color: #eee; background: #121212; --link: #9cc3ff; } }
a { color: var(--link); }
body { max-width: 40em; margin: 0 auto; padding: 1em; font-family: system-ui, sans-serif; line-height: 1.6; overflow-wrap: anywhere; }
li { margin-block: 0.4em; }
</style>
</head>
<body>
<main>
<h1>Publications</h1>
${publications.length === 0 ? nothing : sections.join('')}</main>
</body>
</html>
`;
}

function section(publication: ServedPublication, origin: string, index: number): string {
  const { folder, manifest } = publication;
  const files = manifest.files.filter(({ name }) => name !== feedName);
  const items = files.map(({ name, bytes, seconds }) => {
    const length = seconds === undefined ? '' : `, ${duration(seconds)}`;
    const address = addressIn(origin, folder, name);
    return `<li>${link(address, name)}: ${fileKind(name).words}, ${size(bytes)}${length}</li>\n`;
  });
  const feed = addressIn(origin, folder, feedName);
  const subscribe = hasFeed(publication)
    ? `<p>To subscribe, give a podcast app this address: ${link(feed, feed)}</p>\n`
    : '';
  return `<section aria-labelledby="p${index}">
<h2 id="p${index}" dir="auto">${escapeHtml(manifest.title)}</h2>
${subscribe}<ul>
${items.join('')}</ul>
</section>
`;
}

function link(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}"><bdi>${escapeHtml(text)}</bdi></a>`;
}
