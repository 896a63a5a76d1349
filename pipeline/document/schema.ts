/** Proves that a remembered value still is a publication model. The types are those of model.ts. */
import { z } from 'zod';
import { chapterKinds } from '../chapter-kinds.ts';
import { mathAttributes, mathElements, type MathElement } from './math/math-tree.ts';
import type { Block, Chapter, Inline, Section } from './model.ts';

const id = z.string().min(1);
const local = {
  lang: z.string().exactOptional(),
  dir: z.enum(['ltr', 'rtl', 'auto']).exactOptional(),
  voice: z.string().min(1).exactOptional(),
};
const seconds = z.number().positive();

const markTags = ['em', 'strong', 'del', 'ins', 'sub', 'sup', 'kbd', 'samp', 'var', 'q', 'cite', 'small', 'mark', 'abbr', 'b', 'i', 'u', 's', 'span', 'dfn', 'bdi', 'bdo', 'ruby', 'rt', 'rp'] as const; // prettier-ignore
const groupTags = ['section', 'article', 'aside', 'details', 'summary', 'dl', 'dt', 'dd'] as const;

const inlines = z.lazy(() => z.array(inlineSchema));
const blocks = z.lazy(() => z.array(blockSchema));

const image = z.strictObject({
  type: z.literal('image'),
  id,
  path: z.string(),
  alt: z.string(),
  title: z.string().exactOptional(),
});

const indexMark = z.strictObject({ type: z.literal('index'), id });
const pageMarker = z.strictObject({ type: z.literal('page'), id, number: z.string().min(1) });

const mathSchema: z.ZodType<MathElement> = z.lazy(() =>
  z.strictObject({
    name: z.enum(mathElements),
    attributes: z.partialRecord(z.enum(mathAttributes), z.string()).exactOptional(),
    children: z.array(z.union([z.string(), mathSchema])),
  }),
);
const formula = { id, tex: z.string(), tree: mathSchema, linear: z.string(), alttext: z.string().min(1) };

const inlineSchema: z.ZodType<Inline> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), value: z.string() }),
  z.strictObject({
    type: z.literal('mark'),
    tag: z.enum(markTags),
    ...local,
    title: z.string().exactOptional(),
    speech: z
      .strictObject({
        say: z.string().exactOptional(),
        ipa: z.string().exactOptional(),
        off: z.union([z.literal('all'), z.array(z.string())]).exactOptional(),
      })
      .exactOptional(),
    children: inlines,
  }),
  z.strictObject({ type: z.literal('code'), value: z.string() }),
  z.strictObject({
    type: z.literal('link'),
    to: z.union([z.strictObject({ address: z.string() }), z.strictObject({ chapter: id, id })]),
    title: z.string().exactOptional(),
    children: inlines,
  }),
  image,
  z.strictObject({ type: z.literal('break') }),
  z.strictObject({ type: z.literal('pause'), seconds }),
  z.strictObject({ type: z.literal('math'), ...formula }),
  pageMarker,
  indexMark,
  z.strictObject({ type: z.literal('note'), id, note: id, chapter: id, number: z.string() }),
]);

const note = z.strictObject({ id, number: z.string(), references: z.array(id), blocks });
const passage = { id, ...local, sentences: z.array(z.strictObject({ id, children: inlines })) };
const passageSchema = z.strictObject(passage);
const row = z.strictObject({
  id,
  cells: z.array(
    z.strictObject({
      id,
      scope: z.enum(['col', 'row']).exactOptional(),
      align: z.enum(['left', 'center', 'right']).exactOptional(),
      columns: z.int().min(2).exactOptional(),
      rows: z.int().min(2).exactOptional(),
      blocks,
    }),
  ),
});

const blockSchema: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), rank: z.literal([1, 2, 3, 4, 5, 6]), ...passage }),
  z.strictObject({
    type: z.literal('paragraph'),
    ...passage,
    bare: z.boolean().exactOptional(),
    role: z.enum(['subtitle', 'author', 'publisher']).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('list'),
    id,
    ...local,
    ordered: z.boolean(),
    start: z.int().exactOptional(),
    role: z.literal('index').exactOptional(),
    items: z.array(z.strictObject({ id, checked: z.boolean().exactOptional(), blocks })),
  }),
  z.strictObject({
    type: z.literal('quotation'),
    id,
    ...local,
    blocks,
    attribution: passageSchema.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('figure'),
    id,
    ...local,
    images: z.array(image).min(1),
    caption: blocks.exactOptional(),
    credits: z.array(passageSchema),
    description: z.strictObject({ id, label: passageSchema, blocks }).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('table'),
    id,
    ...local,
    caption: blocks.exactOptional(),
    head: z.array(row),
    body: z.array(row),
  }),
  z.strictObject({
    type: z.literal('code'),
    id,
    language: z.string().exactOptional(),
    voice: local.voice,
    value: z.string(),
  }),
  z.strictObject({ type: z.literal('break'), id }),
  z.strictObject({ type: z.literal('pause'), id, seconds }),
  z.strictObject({ type: z.literal('math'), ...local, ...formula }),
  pageMarker,
  z.strictObject({
    type: z.literal('aside'),
    id,
    ...local,
    kind: z.enum(['note', 'tip', 'warning', 'aside']),
    label: passageSchema.exactOptional(),
    blocks,
  }),
  z.strictObject({
    type: z.literal('poem'),
    id,
    ...local,
    title: passageSchema.exactOptional(),
    blocks,
    attribution: passageSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('stanza'), id, ...local, lines: z.array(passageSchema).min(1) }),
  z.strictObject({ type: z.literal('notes'), id, notes: z.array(note).min(1) }),
  z.strictObject({ type: z.literal('group'), id, ...local, tag: z.enum(groupTags), blocks }),
]);

const sectionSchema: z.ZodType<Section> = z.lazy(() =>
  z.strictObject({ id, title: z.string(), sections: z.array(sectionSchema) }),
);

export const chapterSchema: z.ZodType<Chapter> = z.strictObject({
  id,
  kind: z.enum(chapterKinds),
  title: z.string().min(1),
  sections: z.array(sectionSchema),
  blocks,
  notes: z.array(note),
});
