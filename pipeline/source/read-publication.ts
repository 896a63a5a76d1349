import path from 'node:path';
import { z } from 'zod';
import { authoredKind } from '../chapter-kinds.ts';
import { isKnownLanguage } from '../language-tag.ts';
import { problems, type Problem } from '../problems.ts';
import {
  authoredKeys,
  authoredSchema,
  languageOf,
  toMetadata,
  toSettings,
  type Authored,
} from './authored.ts';
import type { Found } from './find-publications.ts';
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
    const { title, kind } = front;
    texts.push({
      path: file.path,
      markdown: text,
      ...(title !== undefined && { title }),
      ...(kind && { kind }),
    });
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

type ReadMetadata = Pick<ReadYaml<Authored>, 'problems' | 'placeOf'> & { readonly authored?: Authored };

function readMetadata(yaml: YamlText): ReadMetadata {
  const { value, problems: found, placeOf } = readYaml(yaml, authoredSchema, authoredKeys);
  return { ...(value && { authored: value }), problems: found, placeOf };
}

/**
 * A chapter in a folder may say its title and what it is. Books that come from other tools carry keys of those tools here,
 * so a key that Lectern does not know is worth a warning, and no more.
 */
function readChapterFrontMatter(
  file: string,
  markdown: string,
): Pick<SourceText, 'title' | 'kind'> & { readonly problems: readonly Problem[] } {
  const front = frontMatterOf(file, markdown);
  if (!front) return { problems: [] };
  const { value, problems: found, placeOf } = readYaml(front, chapterSchema, ['title', 'type']);
  if (!value) return { problems: found };
  const unused = Object.keys(value).filter((key) => key !== 'title' && key !== 'type');
  const kind = authoredKind(value.type ?? '');
  const unknown = value.type !== undefined && kind === undefined ? value.type : undefined;
  return {
    ...(value.title !== undefined && { title: String(value.title) }),
    ...(kind && { kind }),
    problems: [
      ...(unused.length > 0 ? [problems.unusedChapterKeys({ file, line: 1 }, unused)] : []),
      ...(unknown === undefined ? [] : [problems.chapterKindUnknown(placeOf(['type']), unknown)]),
    ],
  };
}

const chapterSchema = z.looseObject({
  title: z.union([z.string().trim().min(1), z.number()]).optional(),
  type: z.string({ error: 'should be a word such as preface or part' }).optional(),
});

/** "my-first_book" → "My first book". */
function humanised(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim() || 'Untitled';
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}
