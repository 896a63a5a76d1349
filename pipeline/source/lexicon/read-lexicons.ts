import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { resolveInside } from '../inside.ts';
import { readText } from '../read-text.ts';
import type { ReadLexicon } from './collector.ts';
import type { LexiconEntry } from './lexicon.ts';
import { readPls } from './read-pls.ts';
import { readYamlLexicon } from './read-yaml-lexicon.ts';

/** What a folder's lexicon may be called where the metadata name none; all that are there are read. */
const usualNames = ['lexicon.pls', 'lexicon.yaml', 'lexicon.yml'];

/**
 * The lexicons of a publication: those that the metadata name, else those of the usual names in its folder. Where two have the
 * same word, the first counts.
 *
 * @param listed as the author wrote them, relative to the metadata file
 */
export async function readLexicons(source: {
  readonly folder: string;
  readonly form: 'file' | 'folder';
  readonly metadataFile: string;
  readonly language: string;
  readonly listed:
    { readonly names: readonly string[]; readonly placeOf: (index: number) => Place } | undefined;
}): Promise<ReadLexicon> {
  const { folder, form, metadataFile, language, listed } = source;
  const names = listed?.names ?? (form === 'folder' ? await usualIn(folder) : []);
  const entries: LexiconEntry[] = [];
  const found: Problem[] = [];
  for (const [index, name] of names.entries()) {
    const inside = await resolveInside(folder, metadataFile, name);
    if ('refused' in inside) {
      found.push(problems.lexiconRefused(listed?.placeOf(index) ?? { file: name }, name, inside.refused));
      continue;
    }
    const { text, problem } = await readText(inside.absolute, inside.path);
    if (problem) found.push(problem);
    if (text === undefined) continue;
    const isPls = /^\.(?:pls|xml)$/iu.test(path.extname(inside.path));
    const read = isPls ? readPls(text, inside.path, language) : readYamlLexicon(text, inside.path, language);
    found.push(...read.problems);
    entries.push(...read.entries);
  }
  return { entries, problems: found };
}

async function usualIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return usualNames.filter((name) => names.includes(name));
}
