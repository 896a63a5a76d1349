import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour, with a darker frame: enough to see where it stands. */
export function png(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number] = [58, 110, 165],
): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      const shade = x < 4 || y < 4 || x >= width - 4 || y >= height - 4 ? 0.5 : 1;
      row.set([red * shade, green * shade, blue * shade], 1 + x * 3);
    }
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** One pixel, lossless. */
export const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

/** A bar chart in black lines without a ground, as charts are drawn for paper. */
export const svgChart = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="240" viewBox="0 0 480 240" font-family="sans-serif" font-size="14">
<path d="M60 20V200H460" fill="none" stroke="#000" stroke-width="2"/>
<rect x="90" y="150" width="70" height="50" fill="#7aa6c2"/><rect x="210" y="100" width="70" height="100" fill="#3a6ea5"/><rect x="330" y="40" width="70" height="160" fill="#123c69"/>
<g text-anchor="middle"><text x="125" y="222">2019</text><text x="245" y="222">2020</text><text x="365" y="222">2021</text><text x="125" y="142">50</text><text x="245" y="92">100</text><text x="365" y="32">160</text></g>
</svg>`;
