import { escapeHtml } from '../escape-html.ts';
import type { LpfInput, LpfSection } from './lpf-input.ts';
import { manifestName, type PackageChapter, type PackageFiles } from './package-files.ts';

/** The primary entry page, with the contents that players read (Audiobooks, 4.1 and 4.2; Publication Manifest, 6.2). */
export function entryPage(input: LpfInput, { chapters }: PackageFiles): string {
  const { tags, direction, words } = input;
  const { title, authors, language } = tags;
  const contents = escapeHtml(words.contents);
  return `<!doctype html>
<html lang="${escapeHtml(language)}"${direction === 'rtl' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="publication" type="application/ld+json" href="${manifestName}">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${authors.map((author) => `<p>${escapeHtml(author)}</p>\n`).join('')}<nav role="doc-toc" aria-labelledby="contents">
<h2 id="contents">${contents}</h2>
<ol>
${chapters.map(chapterLine).join('')}</ol>
</nav>
</main>
</body>
</html>
`;
}

function chapterLine({ chapter, audio }: PackageChapter): string {
  const sections = listOf(chapter.sections ?? [], audio.name);
  return `<li>${link(audio.name, chapter.title)}${sections}</li>\n`;
}

/** Each section with what is deeper and follows it below it. */
function listOf(sections: readonly LpfSection[], file: string): string {
  if (sections.length === 0) return '';
  const top = Math.min(...sections.map(({ level }) => level));
  const items: string[] = [];
  // What is deeper than the others and stands before them has nothing to be below: it stands beside them.
  let begin = 0;
  while (begin < sections.length) {
    const after = sections.findIndex((section, index) => index > begin && section.level === top);
    const end = after < 0 ? sections.length : after;
    const [first, ...below] = sections.slice(begin, end);
    if (first !== undefined) {
      // Media Fragments URI 1.0, 4.2.1: from there on.
      const address = `${file}#t=${first.beginSeconds}`;
      items.push(`<li>${link(address, first.title)}${listOf(below, file)}</li>\n`);
    }
    begin = end;
  }
  return `\n<ol>\n${items.join('')}</ol>\n`;
}

function link(address: string, title: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(title)}</a>`;
}
