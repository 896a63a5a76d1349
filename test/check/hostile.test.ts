/** Files that mean harm, or are no EPUB at all, end in a finding: nothing crashes, hangs, or reaches outside. */
import { describe, expect, test } from 'vitest';
import { quickCheck } from '../../pipeline/check/quick-check.ts';
import { change, names, pack, smallEpub, without, type Parts } from './small-epub.ts';

const whole = await smallEpub();
const packed = await pack(whole);
const container = 'META-INF/container.xml';

async function codes(bytes: Uint8Array): Promise<readonly string[]> {
  const own = (await quickCheck(bytes)).filter(({ checker }) => checker === 'lectern');
  return own.map(({ code, severity }) => `${severity} ${code}`);
}

describe('what is no archive', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('Call me Ishmael. '.repeat(1000))],
    ['the beginning of one', packed.subarray(0, 5000)],
    ['an end that points nowhere', Buffer.from('504b0506000000000100010000ffffff0000ffff0000', 'hex')],
  ])('%s', async (_what, bytes) => {
    expect(await codes(bytes)).toEqual(['fatal not-a-zip']);
  });
});

describe('what is no EPUB', () => {
  const deep = `<container>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</container>`;
  test.each<readonly [string, Parts, string]>([
    ['an archive without a container', without(whole, container), 'fatal no-container'],
    ['a container that names nothing', { ...whole, [container]: '<container/>' }, 'fatal no-container'],
    ['a container that names what is outside', change(whole, container, 'EPUB/package.opf', '../../etc/passwd'), 'fatal no-package'], // prettier-ignore
    ['a package document that is not there', without(whole, names.package), 'fatal no-package'],
    ['a container that is not XML', { ...whole, [container]: '<container>' }, 'fatal broken-xml'],
    ['a package document that is cut off', { ...whole, [names.package]: String(whole[names.package]).slice(0, 700) }, 'fatal broken-xml'], // prettier-ignore
    ['elements in elements without end', { ...whole, [container]: deep }, 'fatal broken-xml'],
    ['a bomb of entities', { ...whole, [container]: `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>` }, 'fatal broken-xml'], // prettier-ignore
    ['an entity that is a file', { ...whole, [container]: `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>` }, 'fatal broken-xml'], // prettier-ignore
  ])('%s', async (_what, parts, expected) => {
    expect(await codes(await pack(parts))).toEqual([expected]);
  });

  test('broken XML is told with its line', async () => {
    const found = await quickCheck(
      await pack({ ...whole, [names.package]: '<package>\n<metadata>\n</package>' }),
    );
    expect(found[0]).toMatchObject({ code: 'broken-xml', place: { path: names.package, line: 3 } });
  });
});

test('a page that is not XML is told, and the others are looked at all the same', async () => {
  const broken = change(whole, names.page, '</figure>', '');
  const found = await codes(await pack(change(broken, names.contents, '<h1 id="heading">', '<h1>')));
  expect(found.toSorted()).toEqual(['error target-missing', 'error text-unvoiced', 'fatal broken-xml']);
});

describe('names', () => {
  test.each(['../outside.txt', '/absolute.txt', 'C:/windows.txt'])(
    '%s is refused, and nothing is written',
    async (name) => {
      const bytes = await pack({ ...whole, 'EPUB/x.txt': 'x' });
      const renamed = await pack({ ...whole, ['y'.repeat(name.length)]: 'x' });
      expect(await codes(bytes)).toEqual([]);
      // Libraries that write archives refuse such names, so one is put there by hand: in both of its places.
      const hostile = Buffer.from(
        renamed.toString('latin1').replaceAll('y'.repeat(name.length), name),
        'latin1',
      );
      expect(await codes(hostile)).toEqual(['error unsafe-name']);
    },
  );

  test('a name that stands there twice is told', async () => {
    const bytes = await pack({ ...whole, 'EPUB/first.txt': 'x', 'EPUB/other.txt': 'x' });
    const twice = Buffer.from(
      bytes.toString('latin1').replaceAll('EPUB/other.txt', 'EPUB/first.txt'),
      'latin1',
    );
    expect(await codes(twice)).toEqual(['error name-twice']);
  });
});

describe('bombs', () => {
  /** The same archive, whose directory says so many bytes of a file. */
  function claiming(archive: Uint8Array, name: string, bytes: number): Buffer {
    const claim = Buffer.from(archive);
    const lengthAt = claim.lastIndexOf(Buffer.from(name)) - 46 + 24;
    claim.writeUInt32LE(bytes, lengthAt);
    return claim;
  }
  const megabyte = 1024 * 1024;

  test('a text that unpacks to 70 MB is not unpacked', async () => {
    const bytes = await pack({ ...whole, [names.page]: new Uint8Array(70 * megabyte) });
    expect(bytes.length).toBeLessThan(megabyte);
    const before = process.memoryUsage().rss;
    expect(await codes(bytes)).toContain('fatal too-much-inside');
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * megabyte);
  });

  test('files that unpack to more than any book has are not given to the port of EPUBCheck', async () => {
    const bytes = await pack({ ...whole, 'EPUB/a.txt': 'a', 'EPUB/b.txt': 'b' });
    const large = claiming(claiming(bytes, 'EPUB/a.txt', 200 * megabyte), 'EPUB/b.txt', 200 * megabyte);
    expect(await codes(large)).toEqual(['fatal too-much-inside']);
  });

  test.each([100, 60_000])('a text that is not of the %i bytes that it says is damaged', async (bytes) => {
    expect(await codes(claiming(packed, names.page, bytes))).toContain('fatal unreadable');
  });
});

test('sound that is cut off within its boxes is not measured, and nothing worse', async () => {
  const audio = whole[names.audio];
  if (typeof audio === 'string' || audio === undefined) throw new Error('It is no sound.');
  for (const length of [0, 1, 7, 8, 20, 40, 100, 200, 400]) {
    const found = await codes(await pack({ ...whole, [names.audio]: audio.subarray(0, length) }));
    expect(found).toEqual(['info audio-not-measured']);
  }
});
