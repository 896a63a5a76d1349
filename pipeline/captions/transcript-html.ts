import { escapeHtml } from '../escape-html.ts';
import { millisecondsAt, shortClock } from '../clock.ts';
import { passagesOf, type BlockOf, type Passage } from './transcript.ts';
import type { PlacedChapter } from './timed-text.ts';

export type TranscriptAbout = {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly sampleRate: number;
  /** In the book's language. */
  readonly words: { readonly transcript: string; readonly contents: string };
};

/**
 * One HTML file: contents, chapters, headings, and everything that is heard, descriptions of figures too. Every block has the id
 * that it has in the EPUB, and every sentence its times, so that pages can link to it and follow it.
 */
export function* transcriptHtmlPieces(
  chapters: readonly PlacedChapter[],
  blockOf: BlockOf,
  { title, language, direction, sampleRate, words }: TranscriptAbout,
): Iterable<string> {
  const heard = chapters.filter(({ utterances }) => utterances.length > 0);
  yield `<!doctype html>
<html lang="${escapeHtml(language)}"${direction === 'rtl' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}: ${escapeHtml(words.transcript)}</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 40em; margin: 0 auto; padding: 1em; font-family: system-ui, sans-serif; line-height: 1.5; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; }
.announcement, .alternative, .description, .credit { font-style: italic; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}: ${escapeHtml(words.transcript)}</h1>
<nav aria-label="${escapeHtml(words.contents)}">
<ol>
`;
  for (const { id, title: name, beginSample } of heard)
    yield `<li><a href="#${escapeHtml(id)}">${escapeHtml(name)}</a> <time>${shortClock(millisecondsAt(beginSample, sampleRate))}</time></li>\n`;
  yield '</ol>\n</nav>\n';
  for (const chapter of heard) {
    yield `<section id="${escapeHtml(chapter.id)}">\n`;
    for (const passage of passagesOf(chapter, blockOf))
      yield passageHtml(passage, chapter, { language, sampleRate });
    yield '</section>\n';
  }
  yield '</main>\n</body>\n</html>\n';
}

function passageHtml(
  { id, role, rank, utterances }: Passage,
  { id: chapterId, beginSample }: PlacedChapter,
  { language, sampleRate }: Pick<TranscriptAbout, 'language' | 'sampleRate'>,
): string {
  const name = elementOf(role, rank);
  const sentences = utterances.map((utterance) => {
    const seconds = (sample: number): string =>
      (millisecondsAt(beginSample + sample, sampleRate) / 1000).toFixed(3);
    const own =
      utterance.target !== undefined && utterance.target !== id
        ? ` id="${escapeHtml(utterance.target)}"`
        : '';
    const lang = utterance.language === language ? '' : ` lang="${escapeHtml(utterance.language)}"`;
    return `<span${own}${lang} data-begin="${seconds(utterance.beginSample)}" data-end="${seconds(utterance.endSample)}">${escapeHtml(utterance.text)}</span>`;
  });
  // A chapter's section has the chapter's id already.
  const anchor = id === undefined || id === chapterId ? '' : ` id="${escapeHtml(id)}"`;
  return `<${name}${anchor} class="${role}">${sentences.join(role === 'code' ? '\n' : ' ')}</${name}>\n`;
}

function elementOf(role: string, rank = 1): string {
  if (role === 'heading') return `h${Math.min(6, rank + 1)}`;
  if (role === 'quotation') return 'blockquote';
  return role === 'code' ? 'pre' : 'p';
}
