/** What the files that Lectern makes are, by the ends of their names. */
const types: Readonly<Record<string, string>> = {
  epub: 'application/epub+zip',
  lpf: 'application/lpf+zip',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  m4b: 'audio/mp4',
  opus: 'audio/ogg',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  html: 'text/html',
  txt: 'text/plain',
  json: 'application/json',
  xml: 'application/xml',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
};

export function mediaTypeOf(name: string): string | undefined {
  return types[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
}
