/** What a file is: in words, for people, and as a media type, for programs. */
export type FileKind = { readonly words: string; readonly type: string };

const utf8 = '; charset=utf-8';

/** By how names end; the first that fits counts. */
const kinds: readonly (readonly [ending: string, kind: FileKind])[] = [
  ['feed.xml', { words: 'podcast feed', type: `application/rss+xml${utf8}` }],
  ['chapters.json', { words: 'chapters, for podcast apps', type: 'application/json+chapters' }],
  ['.words.json', { words: 'times of words', type: 'application/json' }],
  ['.epub', { words: 'EPUB', type: 'application/epub+zip' }],
  ['.lpf', { words: 'W3C audiobook', type: 'application/lpf+zip' }],
  ['.m4b', { words: 'audiobook with chapters, M4B', type: 'audio/mp4' }],
  ['.m4a', { words: 'sound, M4A', type: 'audio/mp4' }],
  ['.mp3', { words: 'sound, MP3', type: 'audio/mpeg' }],
  ['.opus', { words: 'sound, Opus', type: 'audio/ogg' }],
  ['.ogg', { words: 'sound, Ogg', type: 'audio/ogg' }],
  ['.vtt', { words: 'captions, WebVTT', type: `text/vtt${utf8}` }],
  ['.srt', { words: 'captions, SRT', type: `application/x-subrip${utf8}` }],
  ['.html', { words: 'web page', type: `text/html${utf8}` }],
  ['.txt', { words: 'text', type: `text/plain${utf8}` }],
  ['.json', { words: 'data, JSON', type: 'application/json' }],
  ['.xml', { words: 'data, XML', type: `application/xml${utf8}` }],
  ['.css', { words: 'style sheet', type: `text/css${utf8}` }],
  ['.js', { words: 'script', type: `text/javascript${utf8}` }],
  ['.jpg', { words: 'picture', type: 'image/jpeg' }],
  ['.png', { words: 'picture', type: 'image/png' }],
  ['.svg', { words: 'picture', type: 'image/svg+xml' }],
  ['.zip', { words: 'archive', type: 'application/zip' }],
];

export function fileKind(name: string): FileKind {
  const lower = name.toLowerCase();
  const found = kinds.find(([ending]) => lower.endsWith(ending));
  return found?.[1] ?? { words: 'file', type: 'application/octet-stream' };
}
