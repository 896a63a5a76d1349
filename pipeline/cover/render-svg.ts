/** Drawings to pixels: the one module that touches resvg. */
import { renderAsync, Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { fontFiles } from './fonts.ts';

export type Rendered = {
  readonly png: Uint8Array;
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
};

export type RenderOptions = {
  /** The fonts of this machine beside our own. Then other machines draw something else. */
  readonly systemFonts?: boolean;
  readonly fitTo?: NonNullable<ResvgRenderOptions['fitTo']>;
};

/** @throws Error when the drawing is no SVG, or has no size. */
export async function renderSvg(
  source: string,
  { systemFonts = false, fitTo }: RenderOptions,
  signal: AbortSignal,
): Promise<Rendered> {
  signal.throwIfAborted();
  const font = { loadSystemFonts: systemFonts, fontFiles: [...fontFiles], defaultFontFamily: 'DejaVu Sans' };
  // Without the signal: resvg takes each only once, and is done in a tenth of a second.
  const image = await renderAsync(source, { font, ...(fitTo && { fitTo }), logLevel: 'off' });
  signal.throwIfAborted();
  return { png: image.asPng(), pixels: image.pixels, width: image.width, height: image.height };
}

/** @throws Error when the drawing is no SVG, or has no size. */
export function isPortrait(source: string): boolean {
  const { width, height } = new Resvg(source, { font: { loadSystemFonts: false }, logLevel: 'off' });
  return height > width;
}
