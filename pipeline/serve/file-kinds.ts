import { mediaTypeOf } from '../media-types.ts';

/** What a file is: in words, for people, and as a media type, for programs. */
export type FileKind = { readonly words: string; readonly type: string };

/** By how names end; the first that fits counts. A type stands where the ending alone does not tell it. */
const kinds: readonly (readonly [ending: string, words: string, type?: string])[] = [
  ['feed.xml', 'podcast feed', 'application/rss+xml'],
  ['chapters.json', 'chapters, for podcast apps', 'application/json+chapters'],
  ['.words.json', 'times of words'],
  ['.epub', 'EPUB'],
  ['.lpf', 'W3C audiobook'],
  ['.m4b', 'audiobook with chapters, M4B'],
  ['.m4a', 'sound, M4A'],
  ['.mp3', 'sound, MP3'],
  ['.opus', 'sound, Opus'],
  ['.ogg', 'sound, Ogg', 'audio/ogg'],
  ['.vtt', 'captions, WebVTT'],
  ['.srt', 'captions, SRT'],
  ['.html', 'web page'],
  ['.txt', 'text'],
  ['.json', 'data, JSON'],
  ['.xml', 'data, XML'],
  ['.css', 'style sheet', 'text/css'],
  ['.js', 'script', 'text/javascript'],
  ['.jpg', 'picture'],
  ['.png', 'picture'],
  ['.svg', 'picture'],
  ['.zip', 'archive', 'application/zip'],
];

export function fileKind(name: string): FileKind {
  const lower = name.toLowerCase();
  const [, words = 'file', own] = kinds.find(([ending]) => lower.endsWith(ending)) ?? [];
  const type = own ?? mediaTypeOf(lower) ?? 'application/octet-stream';
  return { words, type: isText(type) ? `${type}; charset=utf-8` : type };
}

/** What has no rule of its own about letters; JSON is UTF-8 always (RFC 8259, 8.1). */
function isText(type: string): boolean {
  return /^text\/|[/+]xml$|^application\/x-subrip$/.test(type) && type !== 'image/svg+xml';
}
