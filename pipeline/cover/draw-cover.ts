/** Draws a cover for a book that has none. */
import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { layOutCover, type CoverShape, type CoverText } from './cover-layout.ts';
import { drawableOf } from './drawable.ts';
import { facesOf } from './fonts.ts';
import { renderSvg } from './render-svg.ts';
import { serialise } from './svg-tree.ts';

export type DrawCoverInput = CoverText & { readonly shape: CoverShape };

export const drawnCoverSchema = z.strictObject({
  image: blobSchema,
  mediaType: z.literal('image/png'),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type DrawnCover = z.output<typeof drawnCoverSchema>;

/**
 * Title, subtitle and authors under an ornament whose pattern and colours come from the title: 1600 x 2560 pixels for
 * a book, 1600 x 1600 for audio.
 *
 * Set in fonts that come with Lectern, the same on every machine. Only for scripts that these lack (Chinese, Thai …)
 * are the machine's own fonts used too; such a cover may differ elsewhere. A character that no font has is left out.
 */
export const drawCover = defineStage({
  name: 'draw-cover',
  version: 1,
  output: drawnCoverSchema,
  tools: [],
  run: async (input: DrawCoverInput, { blobs, signal }: Pick<StageContext, 'blobs' | 'signal'>) => {
    const { title, subtitle, authors, shape, language, direction } = input;
    const drawable = await drawableOf([title, subtitle ?? '', ...authors], signal);
    const below = drawable.text(subtitle ?? '');
    const text = {
      language,
      direction,
      title: drawable.text(title),
      ...(below !== '' && { subtitle: below }),
      authors: authors.map(drawable.text).filter((author) => author !== ''),
    };
    const faces = { regular: await facesOf('regular'), bold: await facesOf('bold') };
    const drawing = serialise(layOutCover(text, shape, faces, title));
    const { png, width, height } = await renderSvg(drawing, { systemFonts: drawable.systemFonts }, signal);
    return { image: await blobs.write([png]), mediaType: 'image/png' as const, width, height };
  },
});
