/** How wide a font's characters are, and which it has: what a layout asks of a TrueType file (OpenType 1.9). */

export type FontMetrics = {
  /** In parts of the font's size; `undefined` for a character that the font lacks. */
  advance(codePoint: number): number | undefined;
};

/** @throws Error when the bytes are no TrueType font with a Unicode character map. */
export function readFontMetrics(bytes: Uint8Array): FontMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = (tag: string): number => {
    for (let record = 12; record < 12 + view.getUint16(4) * 16; record += 16) {
      if (String.fromCharCode(...bytes.subarray(record, record + 4)) === tag)
        return view.getUint32(record + 8);
    }
    throw new Error(`The font has no table ${tag}.`);
  };
  const unitsPerEm = view.getUint16(table('head') + 18);
  const widths = view.getUint16(table('hhea') + 34);
  const hmtx = table('hmtx');
  const glyphs = readCharacterMap(view, table('cmap'));
  return {
    advance(codePoint) {
      const glyph = glyphs.get(codePoint);
      // The last width holds for all glyphs after it.
      return glyph === undefined
        ? undefined
        : view.getUint16(hmtx + 4 * Math.min(glyph, widths - 1)) / unitsPerEm;
    },
  };
}

function readCharacterMap(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const offsets = new Map<string, number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + index * 8;
    offsets.set(`${view.getUint16(record)}.${view.getUint16(record + 2)}`, cmap + view.getUint32(record + 4));
  }
  const full = offsets.get('3.10') ?? offsets.get('0.4');
  if (full !== undefined && view.getUint16(full) === 12) return readFormat12(view, full);
  const basic = offsets.get('3.1') ?? offsets.get('0.3');
  if (basic !== undefined && view.getUint16(basic) === 4) return readFormat4(view, basic);
  throw new Error('The font has no Unicode character map.');
}

function readFormat12(view: DataView, at: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let group = at + 16; group < at + 16 + view.getUint32(at + 12) * 12; group += 12) {
    const [first, last, glyph] = [
      view.getUint32(group),
      view.getUint32(group + 4),
      view.getUint32(group + 8),
    ];
    for (let codePoint = first; codePoint <= last; codePoint++)
      glyphs.set(codePoint, glyph + codePoint - first);
  }
  return glyphs;
}

/** Four arrays of segments, one behind the other: ends, starts, deltas, range offsets. */
function readFormat4(view: DataView, at: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const bytes = view.getUint16(at + 6);
  for (let segment = 0; segment < bytes; segment += 2) {
    const last = view.getUint16(at + 14 + segment);
    const first = view.getUint16(at + 16 + bytes + segment);
    const delta = view.getUint16(at + 16 + 2 * bytes + segment);
    const offsetAt = at + 16 + 3 * bytes + segment;
    const offset = view.getUint16(offsetAt);
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint++) {
      const listed = offset === 0 ? codePoint : view.getUint16(offsetAt + offset + 2 * (codePoint - first));
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(codePoint, glyph);
    }
  }
  return glyphs;
}
