/** Each law of read-aloud broken in turn: its own check sees it, and no other does. */
import { describe, expect, test } from 'vitest';
import { openEpub } from '../../pipeline/check/epub/open-epub.ts';
import { laws, type OwnCode } from '../../pipeline/check/own-finding.ts';
import { runOwnChecks } from '../../pipeline/check/own-checks.ts';
import { quickCheck } from '../../pipeline/check/quick-check.ts';
import type { Finding } from '../../pipeline/check/finding.ts';
import { change, names, pack, par, smallEpub, sound, without, type Parts } from './small-epub.ts';

const whole = await smallEpub();

async function ownFindings(parts: Parts): Promise<readonly Finding[]> {
  const epub = await openEpub(await pack(parts));
  try {
    return (await runOwnChecks(epub)).findings;
  } finally {
    epub.archive.close();
  }
}

type Mutation = {
  readonly breaks: string;
  readonly code: OwnCode;
  readonly parts: Parts | Promise<Parts>;
  /** Where the finding stands, and words that it says. */
  readonly at: string;
  readonly says?: string;
};

/** The nearest length below its clips that a chunk can have. */
const shortSound = async (): Promise<Parts> => ({ ...whole, [names.audio]: await sound(4.8) });

const mutations: readonly Mutation[] = [
  { breaks: 'an audio file that ends before its last clip does', code: 'clip-past-audio', parts: shortSound(), at: names.overlay, says: '0:00:05' }, // prettier-ignore
  { breaks: 'a clip that ends when it begins', code: 'clip-empty', parts: change(whole, names.overlay, 'clipEnd="0:00:03.000"', 'clipEnd="0:00:02.000"'), at: names.overlay }, // prettier-ignore
  { breaks: 'a clip that begins 50 ms before the one before it has ended', code: 'clips-overlap', parts: change(whole, names.overlay, 'clipBegin="0:00:02.000"', 'clipBegin="0:00:01.950"'), at: names.overlay }, // prettier-ignore
  { breaks: 'a time that is none', code: 'clip-time-wrong', parts: change(whole, names.overlay, 'clipBegin="0:00:00.000"', 'clipBegin="at once"'), at: names.overlay, says: 'at once' }, // prettier-ignore
  { breaks: 'an active class that is in a comment alone', code: 'class-undefined', parts: change(change(whole, names.style, '.heard', '.other /* .heard */'), names.contents, '</head>', '<style>.heard { color: red }</style></head>'), at: names.page, says: 'heard' }, // prettier-ignore
  { breaks: 'a playback class that the style sheet of a page lacks', code: 'class-undefined', parts: change(whole, names.page, '<link rel="stylesheet" href="style.css" />', '<style>.heard {}</style>'), at: names.page, says: 'playing' }, // prettier-ignore
  { breaks: 'two clips whose texts stand the other way round', code: 'order-differs', parts: swapTargets(), at: names.overlay, says: 'one' }, // prettier-ignore
  { breaks: 'a sentence without a clip', code: 'text-unvoiced', parts: withoutClip(whole), at: names.page, says: 'It was very quiet.' }, // prettier-ignore
  { breaks: 'text between sentences', code: 'text-unvoiced', parts: change(whole, names.page, '<p>—</p>', '<p>— 7</p>'), at: names.page, says: '7' }, // prettier-ignore
  { breaks: 'an image whose alternative has no clip', code: 'text-unvoiced', parts: change(whole, names.page, '<figcaption', '<img src="picture.png" alt="A gull." /><figcaption'), at: names.page, says: 'A gull.' }, // prettier-ignore
  { breaks: 'a text that is voiced with its paragraph and once more', code: 'text-voiced-twice', parts: change(whole, names.page, '<em>very', '<em id="title-2">very'), at: names.page, says: 'very' }, // prettier-ignore
  { breaks: 'a caption that repeats the alternative', code: 'caption-repeats-alt', parts: change(whole, names.page, 'Built in 1851.', 'a pier in the  sun'), at: names.page }, // prettier-ignore
  { breaks: 'a duration two seconds too long for its clips', code: 'duration-wrong', parts: change(change(whole, names.package, '0:00:05.000', '0:00:07.000'), names.package, '0:00:06.000', '0:00:08.000'), at: names.package }, // prettier-ignore
  { breaks: 'a whole that is longer than its overlays', code: 'total-duration-wrong', parts: change(whole, names.package, '0:00:06.000', '0:00:07.500'), at: names.package }, // prettier-ignore
  { breaks: 'a clip for an element that is not there', code: 'target-missing', parts: change(whole, names.overlay, '</body>', `<par><text src="page.xhtml#three" /></par></body>`), at: names.overlay, says: 'three' }, // prettier-ignore
  { breaks: 'a group for a page that is not there', code: 'target-missing', parts: change(whole, names.overlay, 'textref="page.xhtml"', 'textref="other.xhtml"'), at: names.overlay, says: 'other.xhtml' }, // prettier-ignore
  { breaks: 'audio that is not there', code: 'audio-missing', parts: without(whole, names.audio), at: names.overlay }, // prettier-ignore
  { breaks: 'an overlay that is not there', code: 'overlay-missing', parts: change(change(whole, names.package, 'media-overlay="page-overlay"', 'media-overlay="page-reading"'), names.page, /<body>[^]*<\/body>/, '<body></body>'), at: names.package }, // prettier-ignore
  { breaks: 'a page without an overlay', code: 'page-without-overlay', parts: change(whole, names.package, ' media-overlay="page-overlay"', ''), at: names.page }, // prettier-ignore
  { breaks: 'audio whose length nobody can tell', code: 'audio-not-measured', parts: { ...whole, [names.audio]: 'not sound at all' }, at: names.audio }, // prettier-ignore
  { breaks: 'a style for the usual class, which the package does not name', code: 'class-not-named', parts: change(whole, names.style, '.playing', '.-epub-media-overlay-active, .playing'), at: names.package, says: '-epub-media-overlay-active' }, // prettier-ignore
  { breaks: 'an image without a text alternative', code: 'alternative-missing', parts: change(whole, names.page, ' alt="A pier in the sun."', ''), at: names.page }, // prettier-ignore
  { breaks: 'a text in two languages', code: 'languages-differ', parts: change(whole, names.page, '<em>', '<em lang="fr" xml:lang="de">'), at: names.page, says: 'fr' }, // prettier-ignore
  { breaks: 'a type with a prefix of nobody', code: 'prefix-undeclared', parts: change(whole, names.page, '<em>', '<em epub:type="my:word">'), at: names.page, says: 'my:word' }, // prettier-ignore
  { breaks: 'a type of no vocabulary', code: 'type-unknown', parts: change(whole, names.overlay, '<par>', '<par epub:type="figment">'), at: names.overlay, says: 'figment' }, // prettier-ignore
  { breaks: 'a type that is out of use', code: 'type-unknown', parts: change(whole, names.page, '<em>', '<em epub:type="annoref">'), at: names.page, says: 'out of use' }, // prettier-ignore
  { breaks: 'a figure that is called a figure', code: 'type-repeats-element', parts: change(whole, names.page, '<figure>', '<figure epub:type="figure">'), at: names.page, says: 'figure' }, // prettier-ignore
  { breaks: 'parentheses of ruby', code: 'ruby-parenthesis', parts: change(whole, names.page, '<em>very</em>', '<ruby>very<rp>(</rp><rt>so</rt></ruby>'), at: names.page }, // prettier-ignore
  { breaks: 'contents that go back', code: 'contents-order', parts: change(whole, names.contents, '</ol>', '<li><a href="page.xhtml#two">—</a></li><li><a href="page.xhtml#one">—</a></li></ol>'), at: names.contents, says: '#one' }, // prettier-ignore
];

function withoutClip(parts: Parts): Parts {
  return change(parts, names.overlay, /.*#two.*\n/, '');
}

/** Two sentences, each with the other's time. */
function swapTargets(): Parts {
  const swapped = change(change(whole, names.overlay, '#one', '#three'), names.overlay, '#two', '#one');
  return change(swapped, names.overlay, '#three', '#two');
}

test('of the whole book nothing is told', async () => {
  expect(await quickCheck(await pack(whole))).toEqual([]);
});

describe('a broken law is told once, and no other', () => {
  test.each(mutations)('$breaks: $code', async ({ code, parts, at, says = '' }) => {
    let broken = await parts;
    if (code === 'text-voiced-twice') {
      // The word is in the time of its sentence.
      const twice = par('page.xhtml#title-2', 'page.m4a', '0:00:02.500', '0:00:03.000');
      const shorter = change(broken, names.overlay, 'clipEnd="0:00:03.000"', 'clipEnd="0:00:02.500"');
      broken = change(shorter, names.overlay, /(.*#image)/, `${twice}\n$1`);
    }
    const found = await ownFindings(broken);
    expect(found.map((one) => [one.code, one.place?.path, one.severity])).toEqual([
      [code, at, code === 'text-unvoiced' ? 'error' : laws[code].severity],
    ]);
    expect(found[0]?.message).toContain(says);
    if (at.endsWith('.m4a') || code === 'class-not-named') return;
    if (code !== 'page-without-overlay') expect(found[0]?.place?.line).toBeGreaterThan(1);
  });

  test('text without a clip is a warning where the book does not promise to be read aloud whole', async () => {
    const modest = change(whole, names.package, /.*synchronizedAudioText.*\n/, '');
    const found = await ownFindings(withoutClip(modest));
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['text-unvoiced', 'warning']]);
  });

  test('every law of read-aloud has a mutation', () => {
    const ofOthers = ['not-a-zip', 'too-much-inside', 'unsafe-name', 'name-twice', 'no-container', 'no-package', 'broken-xml', 'unreadable', 'checker-failed']; // prettier-ignore
    const broken = new Set<string>(mutations.map(({ code }) => code));
    expect(Object.keys(laws).filter((code) => !broken.has(code) && !ofOthers.includes(code))).toEqual([]);
  });
});

describe('what looks broken and is not', () => {
  test.each<readonly [string, Parts]>([
    ['a style sheet that another one imports', { ...change(change(whole, names.style, /[^]*/, '@import "more.css";'), names.package, '</manifest>', '<item id="more" href="more.css" media-type="text/css" /></manifest>'), 'EPUB/more.css': '.heard, .playing { outline: 1px solid }' }], // prettier-ignore
    ['a clip without an end, which goes to the end of its audio', change(whole, names.overlay, ' clipEnd="0:00:05.000"', '')], // prettier-ignore
    ['a text alternative that is empty on purpose', change(whole, names.page, '<p>—</p>', '<p><img src="picture.png" alt="" /></p>')], // prettier-ignore
    ['a paragraph that is voiced as a whole', change(change(whole, names.page, '<p><span id="one">We came at noon.</span>', '<p id="one">We came at noon.'), names.page, '<span id="two">It was <em>very</em> quiet.</span>', '</p><p id="two">It was <em>very</em> quiet.')], // prettier-ignore
    ['durations half a second off', change(whole, names.package, '0:00:05.000', '0:00:05.500')],
  ])('%s', async (_what, parts) => {
    expect(await quickCheck(await pack(parts))).toEqual([]);
  });

  test('a book of text alone has no read-aloud to check', async () => {
    const text = change(
      change(
        change(whole, names.package, /.*(?:media:|synchronized).*\n/g, ''),
        names.package,
        / media-overlay="[^"]*"/g,
        '',
      ),
      names.package,
      /.*(?:smil|audio).*\n/g,
      '',
    );
    const epub = await openEpub(await pack(text));
    expect(await runOwnChecks(epub)).toEqual({ findings: [], note: 'no read-aloud' });
    epub.archive.close();
  });
});

test('a page without any clip is not a flood: the twentieth finding counts the rest', async () => {
  const many = Array.from({ length: 50 }, (_, index) => `<p>Paragraph ${index}.</p>`).join('\n');
  const found = await ownFindings(change(whole, names.page, '<p>—</p>', many));
  expect(found).toHaveLength(20);
  expect(found.at(-1)?.message).toContain('And 30 more');
});
