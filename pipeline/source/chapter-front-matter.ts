import { z } from 'zod';
import { authoredKind } from '../chapter-kinds.ts';
import type { Problem } from '../problem.ts';
import { problems } from '../problems.ts';
import { instant } from './authored-values.ts';
import { frontMatterOf } from './front-matter.ts';
import type { SourceText } from './publication.ts';
import { readYaml } from './yaml.ts';

const known = ['title', 'type', 'published'];

/**
 * A chapter in a folder may say its title, what it is, and when its episode is published. Books that come from other tools
 * carry keys of those tools here, so a key that Lectern does not know is worth a warning, and no more.
 */
export function readChapterFrontMatter(
  file: string,
  markdown: string,
): Pick<SourceText, 'title' | 'kind' | 'published'> & { readonly problems: readonly Problem[] } {
  const front = frontMatterOf(file, markdown);
  if (!front) return { problems: [] };
  const { value, problems: found, placeOf } = readYaml(front, chapterSchema, known);
  if (!value) return { problems: found };
  const { title, type, published } = value;
  // Other tools say with `published: true` that a page is no draft.
  const flagged = typeof published === 'boolean';
  const unused = Object.keys(value).filter((key) => !known.includes(key) || (flagged && key === 'published'));
  const kind = authoredKind(type ?? '');
  const unknown = type !== undefined && kind === undefined ? type : undefined;
  const date = published === undefined || flagged ? undefined : instant.safeParse(published);
  return {
    ...(title !== undefined && { title: String(title) }),
    ...(kind && { kind }),
    ...(date?.success === true && { published: date.data }),
    problems: [
      ...(unused.length > 0 ? [problems.unusedChapterKeys({ file, line: 1 }, unused)] : []),
      ...(unknown === undefined ? [] : [problems.chapterKindUnknown(placeOf(['type']), unknown)]),
      ...(date?.success === false ? [problems.chapterDateUnknown(placeOf(['published']))] : []),
    ],
  };
}

const chapterSchema = z.looseObject({
  title: z.union([z.string().trim().min(1), z.number()]).optional(),
  type: z.string({ error: 'should be a word such as preface or part' }).optional(),
  published: z.unknown().optional(),
});
