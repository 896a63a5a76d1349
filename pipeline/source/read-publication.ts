import path from 'node:path';
import { isKnownLanguage } from '../language-tag.ts';
import type { Problem } from '../problem.ts';
import { problems } from '../problems.ts';
import {
  authoredKeys,
  authoredSchema,
  languageOf,
  toMetadata,
  toSettings,
  type Authored,
} from './authored.ts';
import type { Found } from './find-publications.ts';
import { readChapterFrontMatter } from './chapter-front-matter.ts';
import { frontMatterOf } from './front-matter.ts';
import { resolveInside } from './inside.ts';
import { readLexicons } from './lexicon/read-lexicons.ts';
import { listChapters } from './list-chapters.ts';
import { bareName, publicationName } from './publication-name.ts';
import type { Publication, SourceText } from './publication.ts';
import { readMarkdown, readText } from './read-text.ts';
import { readYaml, type ReadYaml, type YamlText } from './yaml.ts';

export type ReadPublication = { readonly publication?: Publication; readonly problems: readonly Problem[] };

/**
 * Reads the texts and metadata of a publication. `publication` is there if there is no error among the problems.
 *
 * @param titleOf finds the words of a text's title heading, for publications that give no title of their own
 */
export function readPublication(
  found: Found,
  titleOf: (text: SourceText) => string | undefined,
): Promise<ReadPublication> {
  return found.form === 'file' ? readSingleFile(found, titleOf) : readFolder(found, titleOf);
}

async function readSingleFile(
  found: Extract<Found, { form: 'file' }>,
  titleOf: (text: SourceText) => string | undefined,
): Promise<ReadPublication> {
  const { text, problem } = await readMarkdown(path.join(found.folder, found.file), found.file);
  if (text === undefined) return { problems: problem ? [problem] : [] };
  const source: SourceText = { path: found.file, markdown: text };
  const front = readMetadata(frontMatterOf(found.file, text) ?? { file: found.file, text: '', firstLine: 1 });
  if (!front.authored) return { problems: front.problems };
  const unused = front.authored.chapters ? [problems.chaptersInFile(front.placeOf(['chapters']))] : [];
  return finish({
    found,
    metadataFile: found.file,
    authored: front.authored,
    texts: [source],
    problems: [...front.problems, ...unused],
    placeOf: front.placeOf,
    titleOf,
  });
}

async function readFolder(
  found: Extract<Found, { form: 'folder' }>,
  titleOf: (text: SourceText) => string | undefined,
): Promise<ReadPublication> {
  const all: Problem[] = [];
  const metadataFile = found.metadataFile ?? 'publication.yaml';
  let yaml: YamlText = { file: metadataFile, text: '', firstLine: 1 };
  if (found.metadataFile === undefined)
    all.push(problems.noMetadataFile({ file: metadataFile }, humanised(bareName(found))));
  else {
    const inside = await resolveInside(found.folder, metadataFile, metadataFile);
    if ('refused' in inside)
      return { problems: [problems.metadataRefused({ file: metadataFile }, inside.refused)] };
    const { text, problem } = await readText(inside.absolute, metadataFile);
    if (text === undefined) return { problems: problem ? [problem] : [] };
    yaml = { ...yaml, text };
  }
  const metadata = readMetadata(yaml);
  all.push(...metadata.problems);
  const listing = await listChapters(
    found.folder,
    metadataFile,
    metadata.authored?.chapters && {
      names: metadata.authored.chapters,
      placeOf: (index) => metadata.placeOf(['chapters', index]),
    },
  );
  all.push(...listing.problems);
  const texts: SourceText[] = [];
  for (const file of listing.files) {
    const { text, problem } = await readMarkdown(file.absolute, file.path);
    if (problem) all.push(problem);
    if (text === undefined) continue;
    const front = readChapterFrontMatter(file.path, text);
    all.push(...front.problems);
    const { problems: _problems, ...said } = front;
    texts.push({ path: file.path, markdown: text, ...said });
  }
  if (!metadata.authored) return { problems: all };
  return finish({
    found, metadataFile, authored: metadata.authored, texts, problems: all, placeOf: metadata.placeOf, titleOf,
  }); // prettier-ignore
}

async function finish(read: {
  readonly found: Found;
  readonly metadataFile: string;
  readonly authored: Authored;
  readonly texts: readonly SourceText[];
  readonly problems: readonly Problem[];
  readonly placeOf: ReadMetadata['placeOf'];
  readonly titleOf: (text: SourceText) => string | undefined;
}): Promise<ReadPublication> {
  const { found, metadataFile, authored, placeOf } = read;
  const lexicon = await readLexicons({
    folder: found.folder,
    form: found.form,
    metadataFile,
    language: languageOf(authored),
    listed: authored.lexicon && {
      names: authored.lexicon,
      placeOf: (index) => placeOf(['lexicon', index]),
    },
  });
  const all = [...read.problems, ...lexicon.problems];
  let title = authored.title;
  if (title === undefined && found.form === 'file')
    title = read.texts.map(read.titleOf).find((words) => words !== undefined);
  if (title === undefined) {
    title = humanised(bareName(found));
    const place = { file: metadataFile, line: 1 };
    if (found.form === 'file') all.push(problems.titleGuessed(place, title));
    else if (found.metadataFile !== undefined) all.push(problems.titleMissing(place));
  }
  all.push(...dateProblems(authored, read.texts, placeOf));
  // Without a metadata file one problem says all that it should hold.
  if (found.form === 'file' || found.metadataFile !== undefined)
    all.push(...languageProblems(authored, metadataFile, placeOf));
  if (all.some((problem) => problem.severity === 'error')) return { problems: all };
  const publication: Publication = {
    slug: publicationName(found),
    form: found.form,
    folder: found.folder,
    metadataFile,
    coverPlace: placeOf(['cover', 'image']),
    claimPlace: placeOf(['accessibility', 'conformsTo']),
    podcastPlace: placeOf(['podcast']),
    artworkPlace: placeOf(['podcast', 'artwork']),
    metadata: toMetadata(authored, title),
    settings: toSettings(authored),
    lexicon: lexicon.entries,
    texts: read.texts,
  };
  return { publication, problems: all };
}

/** A book whose language is not known is read out by the rules of another (WCAG 3.1.1). */
function languageProblems(
  { language }: Authored,
  metadataFile: string,
  placeOf: ReadMetadata['placeOf'],
): readonly Problem[] {
  if (language === undefined) return [problems.languageMissing({ file: metadataFile, line: 1 })];
  return isKnownLanguage(language) ? [] : [problems.languageUnknown(placeOf(['language']), language)];
}

/** A date that no chapter has would leave an episode with another one. */
function dateProblems(
  { podcast }: Authored,
  texts: readonly SourceText[],
  placeOf: ReadMetadata['placeOf'],
): readonly Problem[] {
  const files = texts.map(({ path: file }) => file);
  return Object.keys(podcast?.dates ?? {})
    .filter((file) => !files.includes(file))
    .map((file) => problems.podcastDateOfNothing(placeOf(['podcast', 'dates', file]), file, files));
}

type ReadMetadata = Pick<ReadYaml<Authored>, 'problems' | 'placeOf'> & { readonly authored?: Authored };

function readMetadata(yaml: YamlText): ReadMetadata {
  const { value, problems: found, placeOf } = readYaml(yaml, authoredSchema, authoredKeys);
  return { ...(value && { authored: value }), problems: found, placeOf };
}

/** "my-first_book" → "My first book". */
function humanised(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim() || 'Untitled';
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}
