import path from 'node:path';
import type { Found } from './find-publications.ts';
import { slugOf } from './slug.ts';

/** What a publication's folder or file is called, without the ending: its title where it has no other. */
export function bareName(found: Found): string {
  return found.form === 'file'
    ? path.basename(found.file, path.extname(found.file))
    : path.basename(found.folder);
}

/** The name of a publication's output folder and files. */
export function publicationName(found: Found): string {
  return slugOf(bareName(found));
}
