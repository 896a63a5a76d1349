import { z } from 'zod';
import { authoredKinds } from './chapter-kinds.ts';
import { primaryLanguage } from './language-tag.ts';
import { waysOut, weights, type EpubWeights } from './epub-weights.ts';
import { nearest } from './nearest.ts';

/** Where in the author's files a problem lies. Lines and columns count from 1; columns in UTF-16 code units. */
export const placeSchema = z.strictObject({
  file: z.string(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
});
export type Place = z.output<typeof placeSchema>;

/** Something that the author can mend. Errors stop the build before anything in output/ changes; warnings do not. */
export const problemSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  place: placeSchema,
  message: z.string(),
  remedy: z.string(),
});
export type Problem = z.output<typeof problemSchema>;

type Severity = Problem['severity'];
type Words<A extends readonly unknown[]> = (...details: A) => string;

function problem<A extends readonly unknown[]>(
  severity: Severity,
  code: string,
  message: Words<A>,
  remedy: Words<A>,
) {
  const make = (place: Place, ...details: A): Problem => ({
    code,
    severity,
    place,
    message: message(...details),
    remedy: remedy(...details),
  });
  return Object.assign(make, { code });
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const refusals = {
  address: {
    is: 'is an address on the network',
    so: 'Save a copy in the folder of the publication and name that.',
  },
  outside: {
    is: "lies outside the publication's folder",
    so: "Copy it into the publication's folder and name that.",
  },
  missing: {
    is: 'does not exist',
    so: 'Check the spelling, upper and lower case included; paths start at the file they stand in.',
  },
  'not-a-file': { is: 'is not a file', so: 'Name a file.' },
} as const;

/** Languages that Kokoro speaks beside English, once espeak-ng makes their phonemes. */
const kokoroLanguages = ['es', 'fr', 'hi', 'it', 'pt'];

/** What would bring voices of a language. */
function voicesFor(language: string): string {
  return kokoroLanguages.includes(primaryLanguage(language))
    ? 'with the program espeak-ng installed, Kokoro has some'
    : 'with the program espeak-ng installed there is one of most languages, and macOS and Windows offer theirs in their settings';
}

function guessed(written: string, known: readonly string[], these: string): string {
  const meant = nearest(written, known);
  return meant === undefined ? `${these} ${known.join(', ')}.` : `Did you mean “${meant}”?`;
}

/** How an author says that an image only decorates. */
const decorativeForms = '<img src="…" alt="">, or :::figure{decorative} around it';

/** How an author writes the directives of speech. */
const directiveForms: Readonly<Record<string, string>> = {
  say: ':say[2/3]{as="two out of three"}.',
  ph: ':ph[Kyiv]{ipa="ˈkiːjɪu"}.',
  lang: ':lang[Zeitgeist]{de}, or :::lang{de} and ::: around blocks.',
  pause: ':pause{seconds=1.5} in a line, ::pause{seconds=1.5} between paragraphs.',
  voice:
    ':voice[words]{name="kokoro/bm_george"}, or :::voice{name="kokoro/bm_george"} and ::: around blocks.',
  page: ':page[12] in a line, ::page[12] between paragraphs.',
  chapter: '::chapter{type=preface}, below the heading of the chapter.',
  index: ':index[harbour], or :index[the harbour]{as="Harbour" sub="at night" see="Quay" see-also="Quay"}.',
  plain: ':plain[1914], or :plain[1914]{rules="dates numbers"}.',
};

/** Every problem an author can cause: code, severity, wording, remedy. */
export const problems = {
  // ── source: what is found on disk ─────────────────────────────────────────────────────────────────────────
  noPublication: problem('error', 'no-publication',
    (path: string) => `There is nothing to publish at ${path}.`,
    () => 'Name a Markdown file, a folder that holds Markdown files, or a folder of such folders.'),
  noChapters: problem('error', 'no-chapters',
    () => 'The folder holds no Markdown files.',
    () => 'Write at least one chapter: a file whose name ends in .md.'),
  noMetadataFile: problem('warning', 'no-metadata',
    (title: string) => `There is no publication.yaml; the publication is called “${title}” after its folder.`,
    () => 'Write a publication.yaml with at least title, authors and language.'),
  titleMissing: problem('error', 'title-missing',
    () => 'The publication has no title.',
    () => 'Add a line such as “title: My book”.'),
  titleGuessed: problem('warning', 'title-guessed',
    (title: string) => `The publication has no title; it is called “${title}” after its file.`,
    () => 'Begin the file with a level-1 heading, or give a title in its front matter.'),
  unreadableFile: problem('error', 'unreadable-file',
    (reason: string) => `The file cannot be read: ${reason}`,
    () => 'Check that the file is there and that you may read it.'),
  fileTooLarge: problem('error', 'file-too-large',
    (bytes: number, limit: number) => `The file is ${megabytes(bytes)}; the limit is ${megabytes(limit)}.`,
    () => 'Split or shrink it.'),
  notUtf8: problem('error', 'not-utf8',
    () => 'The file is not UTF-8 text.',
    () => 'Save it as UTF-8 in your editor.'),
  yamlSyntax: problem('error', 'yaml-syntax',
    (fault: string) => `This is not right YAML: ${fault}`,
    () => 'Quote texts that hold a colon or begin with a special character, and check the indentation.'),
  unknownKey: problem('error', 'unknown-key',
    (key: string, _meant: string | undefined, _known: readonly string[]) => `Lectern knows no key “${key}”.`,
    (_key: string, meant: string | undefined, known: readonly string[]) =>
      meant !== undefined ? `Did you mean “${meant}”?` : known.length > 0 ? `Remove it, or use one of: ${known.join(', ')}.` : 'Remove it, or check its spelling.'),
  wrongValue: problem('error', 'wrong-value',
    (key: string, fault: string) => `${key} ${fault}${fault.endsWith('?') ? '' : '.'}`,
    (key: string) => `Mend the value of ${key}; the guide lists what each key takes.`),
  languageMissing: problem('warning', 'language-missing',
    () => 'The publication does not say which language it is in; it is taken for English.',
    () => 'Name it: language: en, or de, pt-BR, uk …'),
  claimRefused: problem('error', 'claim-refused',
    (claim: string, failures: readonly string[]) =>
      `The publication claims “${claim}”, but ${failures.length === 1 ? 'a check fails' : `${failures.length} checks fail`}: ${failures.slice(0, 3).join('; ')}${failures.length > 3 ? ' …' : ''}`,
    () => 'Mend what fails, or remove accessibility from the metadata until it is mended.'),
  chaptersInFile: problem('warning', 'chapters-in-file',
    () => 'A publication of one file has no list of chapters; the list was not used.',
    () => 'Remove it, or make a folder with a publication.yaml.'),
  unusedChapterKeys: problem('warning', 'unused-chapter-keys',
    (keys: readonly string[]) => `The chapter's front matter holds ${keys.join(', ')}, which Lectern does not use.`,
    () => 'What belongs to the whole publication goes into publication.yaml; a chapter may give its title, its type and when it is published.'),
  chapterKindUnknown: problem('warning', 'chapter-type-unknown',
    (written: string) => `“${written}” is no type of chapter; it is taken for an ordinary one.`,
    (written: string) => guessed(written, authoredKinds, 'The types are')),
  chapterDateUnknown: problem('warning', 'chapter-date-unknown',
    () => 'The chapter does not say when it is published in a form that Lectern reads, so its episode goes by the schedule.',
    () => 'Write a date such as 2026-11-20, or an instant such as 2026-11-20T09:00:00Z.'),
  podcastDateOfNothing: problem('error', 'podcast-date-of-nothing',
    (file: string, _files: readonly string[]) => `The podcast has a date for ${file}, and there is no such chapter.`,
    (file: string, files: readonly string[]) => guessed(file, files, 'The chapters are')),
  podcastDateMissing: problem('warning', 'podcast-date-missing',
    () => 'Nothing says when the podcast is published, so its episodes have no dates; directories such as Apple Podcasts want them.',
    () => 'Give the publication a date, or the podcast a schedule: podcast: { schedule: { start: 2026-11-20 } }.'),
  podcastArtwork: problem('error', 'podcast-artwork',
    (file: string, fault: string) => `The podcast’s picture ${file} ${fault}.`,
    () => 'Save it as a PNG or JPEG, as high as it is wide, from 1400 to 3000 pixels; or leave it out, and the cover is fitted into a square.'),
  chapterRefused: problem('error', 'chapter-refused',
    (written: string, refusal: keyof typeof refusals) => `The chapter ${written} ${refusals[refusal].is}.`,
    (_written: string, refusal: keyof typeof refusals) => refusals[refusal].so),
  metadataRefused: problem('error', 'metadata-refused',
    (refusal: keyof typeof refusals) => `The metadata file ${refusals[refusal].is}.`,
    (refusal: keyof typeof refusals) => refusals[refusal].so),
  chapterTwice: problem('error', 'chapter-twice',
    (name: string) => `${name} is listed twice among the chapters.`,
    () => 'List every file once.'),
  lexiconSyntax: problem('error', 'lexicon-syntax',
    (fault: string) => `The lexicon cannot be read: ${fault}.`,
    () => 'Write PLS 1.0 in a .pls file, or lines such as “nginx: engine x” in a .yaml file.'),
  lexiconRefused: problem('error', 'lexicon-refused',
    (written: string, refusal: keyof typeof refusals) => `The lexicon ${written} ${refusals[refusal].is}.`,
    (_written: string, refusal: keyof typeof refusals) => refusals[refusal].so),
  lexiconWordEmpty: problem('error', 'lexicon-word-empty',
    () => 'This entry of the lexicon has no word that it is for.',
    () => 'Name the word or phrase as it is written in the text, or remove the entry.'),
  lexiconSoundMissing: problem('error', 'lexicon-sound-missing',
    (word: string) => `The lexicon does not say how “${word}” is spoken.`,
    () => 'Give words to say (an alias), or a sound in IPA (a phoneme).'),
  lexiconAlphabet: problem('error', 'lexicon-alphabet',
    (alphabet: string) => `The lexicon writes sounds in “${alphabet}”, which Lectern does not read.`,
    () => 'Write them in IPA: alphabet="ipa".'),
  lexiconTwice: problem('warning', 'lexicon-twice',
    (word: string) => `The word “${word}” stands in the lexicon twice; the first entry counts.`,
    () => 'Remove one of the two.'),
  ipaWrong: problem('error', 'ipa-wrong',
    (ipa: string, fault: string) => (fault === '' ? `“${ipa}” holds no sound.` : `“${ipa}” is not IPA: it knows no “${fault}”.`),
    () => 'Write the sound in the International Phonetic Alphabet, such as ˈkiːjɪu.'),
  languageTagWrong: problem('error', 'language-tag-wrong',
    (tag: string) => `“${tag}” is not a language tag.`,
    () => 'Write a BCP 47 tag such as de, en-GB or pt-BR.'),
  imageMissing: problem('error', 'image-missing',
    (written: string) => `The image ${written} does not exist.`,
    () => refusals.missing.so),
  imageOutside: problem('error', 'image-outside',
    (written: string) => `The image ${written} lies outside the publication's folder, so it was not read.`,
    () => refusals.outside.so),
  imageRemote: problem('warning', 'image-remote',
    (written: string) => `The image ${written} is given by an address, from which nothing is loaded; its alternative stands in its place.`,
    () => refusals.address.so),
  imageUnreadable: problem('error', 'image-unreadable',
    (path: string, fault: string) => `The image ${path} cannot be used: ${fault}.`,
    () => 'Save it again as PNG, JPEG, GIF, WebP or SVG.'),
  imageTooLarge: problem('error', 'image-too-large',
    (path: string, bytes: number, limit: number) => `The image ${path} is ${megabytes(bytes)}; the limit is ${megabytes(limit)}.`,
    () => 'Save a smaller one: 2000 pixels across are enough for every page.'),
  imageOfManyPixels: problem('warning', 'image-of-many-pixels',
    (width: number, height: number, limit: number) =>
      `The image has ${width} × ${height} pixels, that is ${(width * height / 1e6).toFixed(1)} million; some reading systems show none of more than ${limit / 1e6} million.`,
    () => 'Save a smaller one, or have Lectern scale it down: images: { largest: 2000 } in the metadata.'),
  imageNotScaled: problem('warning', 'image-not-scaled',
    (fault: string) => `The image could not be scaled down and was used as it is: ${fault}.`,
    () => 'It may be damaged: save it again, in the size that you want.'),
  svgCleaned: problem('warning', 'svg-cleaned',
    (removed: readonly string[]) => `The drawing was used without ${removed.join(', ')}.`,
    () => 'Save the drawing as plain SVG, without scripts and with its pictures embedded.'),

  // ── document: what the Markdown says ──────────────────────────────────────────────────────────────────────
  unsafeElement: problem('warning', 'unsafe-element',
    (name: string) => `The element <${name}> was left out: books hold nothing that runs or loads from elsewhere.`,
    () => 'Remove it; if it shows something, say it in Markdown.'),
  unsafeAttribute: problem('warning', 'unsafe-attribute',
    (name: string, element: string) => `The attribute ${name} of <${element}> was left out: books run no scripts and load nothing from elsewhere.`,
    () => 'Remove the attribute.'),
  unsafeLink: problem('warning', 'unsafe-link',
    (address: string) => `The link to ${address} was left out; its words stay.`,
    () => 'Link to whole http, https, mailto or tel addresses, to a chapter’s file, or to a heading (#its-words).'),
  brokenLink: problem('warning', 'broken-link',
    (written: string) => `The link to ${written} leads nowhere in this publication; its words stay.`,
    () => 'Name a chapter’s file, the words of a heading (#like-this), or both: chapter.md#like-this.'),
  unknownDirective: problem('warning', 'unknown-directive',
    (name: string, _meant: string | undefined) => `Lectern knows no directive “${name}”; its content is kept as it is.`,
    (_name: string, meant: string | undefined) => (meant === undefined ? 'The directives of blocks are figure, description, table, note, tip, warning, aside, poem, definitions, chapter, page, voice and pause.' : `Did you mean “${meant}”?`)),
  unknownDirectiveAttribute: problem('warning', 'unknown-directive-attribute',
    (name: string, directive: string, _known: readonly string[]) => `The directive “${directive}” takes no attribute “${name}”.`,
    (_name: string, _directive: string, known: readonly string[]) => (known.length > 0 ? `It takes ${known.join(', ')}.` : 'Remove it.')),
  directiveIncomplete: problem('error', 'directive-incomplete',
    (directive: string, lacks: string) => `The directive “${directive}” lacks ${lacks}.`,
    (directive: string) => `Write it so: ${directiveForms[directive] ?? directive}`),
  directiveUnreadable: problem('error', 'directive-unreadable',
    (directive: string, written: string) => `The directive “${directive}” cannot be read with ${written}.`,
    (directive: string) => `Put values in straight quotes: ${directiveForms[directive] ?? directive}`),
  directiveMisplaced: problem('error', 'directive-misplaced',
    (directive: string) => `The directive “${directive}” has too few or too many colons.`,
    (directive: string) => `Write it so: ${directiveForms[directive] ?? directive}`),
  definitionsWithout: problem('warning', 'definitions-without-terms',
    () => 'The directive “definitions” holds no term with its definition.',
    () => 'Write the term in a line and below it a line that begins with a colon and a space.'),
  pageTwice: problem('warning', 'page-twice',
    (number: string) => `Page ${number} begins here for the second time.`,
    () => 'Mark each page once, where it begins in the print edition.'),
  indexTargetMissing: problem('warning', 'index-target-missing',
    (target: string, entry: string, _known: readonly string[]) => `“${entry}” sends readers of the index to “${target}”, which is no other entry with a place in the book; that is left out.`,
    (target: string, _entry: string, known: readonly string[]) => {
      const meant = nearest(target, known);
      return meant === undefined ? 'Mark a term of that name in the text: :index[term], or :index[words]{as="Term"}.' : `Did you mean “${meant}”?`;
    }),
  indexPlaceMissing: problem('warning', 'index-place-missing',
    (entry: string) => `“${entry}” is marked for the index where no text is shown; that place is left out.`,
    () => 'Mark words of a paragraph.'),
  pauseWrong: problem('error', 'pause-wrong',
    (written: string, least: number, most: number) => `“${written}” is no pause: it takes from ${least} to ${most} seconds.`,
    () => `Write it so: ${directiveForms['pause'] ?? ''}`),
  ruleUnknown: problem('error', 'rule-unknown',
    (rule: string, _known: readonly string[]) => `There is no rule of wording “${rule}”.`,
    (_rule: string, known: readonly string[]) => `The rules are ${known.join(', ')}.`),
  strayFence: problem('warning', 'stray-fence',
    () => 'These colons end a directive that has ended already; they were left out.',
    () => 'Fence the outer directive with one colon more than the inner one: :::: around :::.'),
  figureWithoutImage: problem('error', 'figure-without-image',
    () => 'The figure holds no image.',
    () => 'Begin its content with an image: ![what is to be seen](images/name.svg).'),
  tableWithoutTable: problem('error', 'table-without-table',
    () => 'The table directive holds no table.',
    () => 'Put a table with a header row between its colons.'),
  licenceUnknown: problem('error', 'licence-unknown',
    (licence: string) => `${licence} is neither an SPDX identifier nor an address.`,
    () => 'Write an identifier such as CC-BY-4.0, or the address of the licence.'),
  noteUndefined: problem('warning', 'note-undefined',
    (label: string) => `There is no note [^${label}]; the reference is shown as written.`,
    (label: string) => `Write “[^${label}]: …” on a line of its own.`),
  noteUnused: problem('warning', 'note-unused',
    (label: string) => `Nothing refers to the note [^${label}], so it is not in the book.`,
    (label: string) => `Put [^${label}] where the note belongs, or remove it.`),
  emptyHeading: problem('warning', 'empty-heading',
    () => 'The heading has no words; it is left out.',
    () => 'Write its words, or remove it.'),
  headingLevelSkipped: problem('warning', 'heading-level-skipped',
    (level: number, before: number) => `The heading is of level ${level}, the one before it of level ${before}; in the book no level is left out.`,
    (_level: number, before: number) => `Give it level ${before + 1} (${'#'.repeat(before + 1)}), or write the heading that is missing.`),
  imageWithoutAlt: problem('error', 'image-without-alt',
    () => 'The image has no alt text, so nobody who listens learns what it shows.',
    () => `Say what is to be seen: ![two ships in a harbour](…). If it only decorates, say that: ${decorativeForms}.`),
  imageAltEmpty: problem('warning', 'image-alt-empty',
    () => 'The image has no alt text; it is passed over in silence, as decoration is.',
    () => `If it shows something, say what: ![two ships in a harbour](…). If it only decorates, say that: ${decorativeForms}.`),
  altIsFileName: problem('error', 'alt-is-file-name',
    (alt: string) => `The alt text “${alt}” is the name of a file.`,
    () => 'Say what is to be seen, as you would on the telephone.'),
  altSaysImage: problem('warning', 'alt-says-image',
    (alt: string) => `The alt text begins by saying that it is an image: “${alt}”.`,
    () => 'Leave that out, since every reading aid says it; begin with what is to be seen.'),
  altRepeatsCaption: problem('warning', 'alt-repeats-caption',
    () => 'The alt text repeats the caption, so it is heard twice.',
    () => 'Say in the alt text what is to be seen, and in the caption what to make of it.'),
  figureWithoutDescription: problem('warning', 'figure-without-description',
    (what: string) => `The figure (“${what}”) seems to hold more than an alt text can say, and has no extended description.`,
    () => 'Put it into a figure directive with a :::description of what it shows: its parts, its numbers, as a list or table.'),
  colourAlone: problem('warning', 'colour-alone',
    (words: string) => `Here a colour alone seems to say what is what: “${words}”.`,
    () => 'Not everybody sees colours: name place, shape or pattern as well, such as “the red, dashed line”.'),
  linkSaysNothing: problem('warning', 'link-says-nothing',
    (words: string) => `The link “${words}” does not say where it leads.`,
    () => 'Put the link on the words that name its target: [the timetable of the ferries](…).'),
  linkWithoutWords: problem('warning', 'link-without-words',
    () => 'The link holds an image without alt text, so it is called after its address.',
    () => 'Say in the alt text where the link leads: [![the map of the harbour](…)](…).'),
  linkIsAddress: problem('warning', 'link-is-address',
    (words: string) => `The words of the link are its address, which is read out sign by sign: ${words}`,
    () => 'Name what it leads to: [the timetable of the ferries](…). In a note an address may stand as it is.'),
  linksAlike: problem('warning', 'links-alike',
    (words: string, first: string) => `Another link has the words “${words}” too and leads elsewhere: ${first}`,
    () => 'Give links to different places different words.'),
  tableWithoutHeaders: problem('error', 'table-without-headers',
    () => 'No cell of the table is a header, so nobody who listens learns what a cell means.',
    () => 'Make its first row one of headers: <th> in HTML, words above the dashes in Markdown; or put it into :::table{row-headers}.'),
  languageUnknown: problem('warning', 'language-unknown',
    (tag: string) => `No language is known by the tag “${tag}”.`,
    () => 'Check the spelling: the tags of languages are those of BCP 47, such as de, en-GB or uk.'),
  languageOfScript: problem('warning', 'language-of-script',
    (script: string, language: string, words: string) => `A passage in ${script} letters is said to be in “${language}”: ${words}`,
    () => 'Name its language, so that it is spoken and hyphenated by it: :lang[words]{uk} in a line, :::lang{uk} around blocks.'),
  controlCharacter: problem('warning', 'control-character',
    () => 'The text holds characters that books cannot hold (controls); they were left out.',
    () => 'Delete them, or type the text again.'),
  mathNotUnderstood: problem('error', 'math-not-understood',
    (tex: string, fault: string) => `The formula “${tex.replace(/\s+/gu, ' ').trim().slice(0, 60)}” cannot be read: ${fault}.`,
    () => 'Mend its TeX. Write $$ around a formula in a line, or alone in the line before it and the line after; money needs but one dollar sign.'),
  nestedTooDeep: problem('error', 'nested-too-deep',
    () => 'The file nests elements or quotations too deeply to be read.',
    () => 'Close what is open: hundreds of levels are hardly meant.'),
  emptyPublication: problem('error', 'empty-publication',
    () => 'The publication has no text.',
    () => 'Write something.'),

  // ── narration: what can be spoken ─────────────────────────────────────────────────────────────────────────
  languageNotSpoken: problem('error', 'language-not-spoken',
    (language: string, voice: string) => `The publication is in “${language}”, which the voice ${voice} does not speak.`,
    (language: string) => `Choose a voice of that language (lectern voices lists them; ${voicesFor(language)}), or build without sound: --only epub,script.`),
  passageNotSpoken: problem('warning', 'passage-language-not-spoken',
    (language: string, voice: string, text: string) => `A passage in “${language}” is read by the rules of another language, since the voice ${voice} does not speak it: ${text}`,
    (language: string) => `Install a voice of that language: ${voicesFor(language)}.`),
  notSpoken: problem('warning', 'not-spoken',
    (text: string, reason: string) => `Left out of the audio: ${text} (${reason})`,
    () => 'Choose a voice that knows the script it is written in, or write it in the publication’s language.'),
  soundsWrong: problem('warning', 'sounds-wrong',
    (text: string, faults: readonly string[]) => `Something sounds wrong with “${text}”: ${faults.join('; ')}.`,
    () => 'Listen to it; another wording, or an entry in the lexicon, may help.'),
  heardDifferently: problem('warning', 'heard-differently',
    (text: string, heard: string) => `The recogniser heard “${heard}” where the script says “${text}”.`,
    () => 'Listen to it: recognisers mishear names, too. If it is said wrongly, put the word into the lexicon.'),
  voiceUnknown: problem('warning', 'voice-unknown',
    (name: string) => `There is no voice “${name}” here; the narrator speaks in its place.`,
    () => 'Choose one that lectern voices lists.'),
  epubTooLarge: problem('error', 'epub-too-large',
    (size: EpubWeights) => `${weights(size)}, and an EPUB holds less than 4 GB.`,
    (size: EpubWeights) => waysOut(size)),
  epubOfManyFiles: problem('error', 'epub-of-many-files',
    (files: number, limit: number) => `The EPUB would have ${files} files, and an EPUB holds at most ${limit}.`,
    () => 'Split the publication into volumes, each in a folder of its own.'),
  epubNotInOrder: problem('error', 'epub-not-in-order',
    (finding: string) => `The EPUB that was made is not in order: ${finding}.`,
    () => 'Look at what it names, a drawing of yours perhaps; if it is no fault of yours, please report it to Lectern.'),
  epubDoubtful: problem('warning', 'epub-doubtful',
    (finding: string) => `A check of the EPUB that was made has a doubt: ${finding}.`,
    () => 'lectern check NAME.epub tells more.'),
  audioTargetMissed: problem('error', 'audio-target-missed',
    (file: string, name: string, measured: string, wanted: string) =>
      `${file} is not as its kind of file has to be: its ${name} is ${measured}, and wanted is ${wanted}.`,
    () => 'Another voice may do better; to publish it as it is, build with --allow audio-target-missed.'),
  nothingToHear: problem('error', 'nothing-to-hear',
    () => 'Nothing in the publication can be spoken, so there is no audio to make.',
    () => 'Build without sound: --only epub.'),
} as const; // prettier-ignore

export const problemCodes: readonly string[] = Object.values(problems).map(({ code }) => code);

/** In the order in which an author meets them: file by file as first mentioned, from top to bottom. */
export function inReadingOrder(found: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(found.map(({ place }) => place.file))];
  const rank = ({ place }: Problem): readonly number[] => [
    files.indexOf(place.file),
    place.line ?? 0,
    place.column ?? 0,
  ];
  return found
    .map((problem) => ({ problem, rank: rank(problem) }))
    .sort((a, b) => a.rank.reduce((order, own, index) => order || own - (b.rank[index] ?? 0), 0))
    .map(({ problem }) => problem);
}

/** Raised by `build` when errors are among the problems; holds all of them. */
export class AuthorProblemsError extends Error {
  override readonly name = 'AuthorProblemsError';
  readonly problems: readonly Problem[];
  /** Whether the publication could be built if its errors were taken for warnings. */
  readonly mayBeAllowed: boolean;
  constructor(found: readonly Problem[], { mayBeAllowed = true }: { readonly mayBeAllowed?: boolean } = {}) {
    const errors = found.filter(({ severity }) => severity === 'error').length;
    super(`${errors} ${errors === 1 ? 'error' : 'errors'} in the publication's files.`);
    this.problems = found;
    this.mayBeAllowed = mayBeAllowed;
  }
}
