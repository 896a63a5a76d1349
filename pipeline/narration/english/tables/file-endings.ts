/** What a name ends in when it is that of a file; those in the second list are said as words, the others spelled. */
const spelled =
  'md txt pdf doc docx xls xlsx ppt pptx csv tsv html htm css js mjs cjs ts mts cts tsx jsx xml svg png jpg mp3 mp4 m4b m4a ogg opus wav flac avi mkv ' +
  'webm epub mobi azw3 gz tgz bz2 xz rar iso dmg deb rpm apk dll sh bat ps1 py rb go rs cpp hpp java kt php pl sql db ini cfg toml ' +
  'log pem crt ttf otf woff woff2 eot ico bmp tiff psd ai sketch tex bib ipynb wasm vtt srt lock conf yml';
const said = 'json yaml jpeg gif zip tar exe bin log lock epub java sketch conf opus toml env';

export const fileEndings: ReadonlySet<string> = new Set([...spelled.split(' '), ...said.split(' ')]);
export const saidEndings: ReadonlySet<string> = new Set(said.split(' '));

/** Last labels of hosts that are taken for such without `www.` or a scheme before them. */
export const topLevels: ReadonlySet<string> = new Set(
  'com org net edu gov mil int info io dev app ai co uk de fr nl eu ch at se no dk fi pl cz es pt ie ca au nz jp cn in br mx ru us tv fm ly gg xyz online site blog news wiki museum cloud tech'.split(
    ' ',
  ),
);
/** Said as words. */
export const saidTopLevels: ReadonlySet<string> = new Set(
  'com org net gov mil info dev app co int online site blog news wiki museum cloud tech'.split(' '),
);
