/** Turns an author's SVG into pixels, for formats that take no drawings. */
import { z } from 'zod';
import { blobSchema, type BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { isPortrait, renderSvg } from './render-svg.ts';

export type RasteriseSvgInput = { readonly image: BlobRef };

const rasterSchema = z.strictObject({
  image: blobSchema,
  mediaType: z.literal('image/png'),
  width: z.int().positive(),
  height: z.int().positive(),
});

const LONGEST_SIDE_PIXELS = 2000;

/**
 * A PNG whose longer side has 2000 pixels. Nothing is read from the disk or the network, whatever the drawing names;
 * texts are set in our own fonts.
 *
 * @throws Error for what is no SVG or declares entities.
 */
export const rasteriseSvg = defineStage({
  name: 'rasterise-svg',
  version: 1,
  output: rasterSchema,
  tools: [],
  run: async ({ image }: RasteriseSvgInput, { blobs, signal }: Pick<StageContext, 'blobs' | 'signal'>) => {
    const source = selfContained(new TextDecoder().decode(await blobs.readAll(image)));
    try {
      const mode = isPortrait(source) ? 'height' : 'width';
      const fitTo = { mode, value: LONGEST_SIDE_PIXELS } as const;
      const { png, width, height } = await renderSvg(source, { fitTo }, signal);
      return { image: await blobs.write([png]), mediaType: 'image/png' as const, width, height };
    } catch (cause) {
      signal.throwIfAborted();
      throw new Error('The SVG of the cover cannot be drawn.', { cause });
    }
  },
});

/**
 * resvg opens files that `href` names, by whatever prefix, and knows no setting against it. Every reference that is not
 * to the drawing itself or to bytes within it is emptied. Entities could hide one, so they are refused.
 */
function selfContained(source: string): string {
  if (/<!ENTITY/i.test(source)) throw new Error('The SVG of the cover declares entities.');
  return source.replace(
    /(?<![\w.-])href(\s*=\s*)("[^"]*"|'[^']*')/g,
    (attribute, equals: string, quoted: string) =>
      /^["']\s*(#|data:image\/(png|jpeg|gif|webp)[;,])/.test(quoted) ? attribute : `href${equals}""`,
  );
}
