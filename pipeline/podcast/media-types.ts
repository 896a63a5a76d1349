/** What the files of a podcast are, by the ends of their names. */
const types: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  m4b: 'audio/mp4',
  opus: 'audio/ogg',
  ogg: 'audio/ogg',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  html: 'text/html',
  txt: 'text/plain',
  json: 'application/json',
};

/** @throws TypeError for an ending that no file of a podcast has. */
export function mediaTypeOf(name: string): string {
  const type = types[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (type === undefined) throw new TypeError(`Nobody knows what kind of file ${name} is.`);
  return type;
}
