import { expect, test } from 'vitest';
import { profiles } from '../../pipeline/audio/profiles.ts';
import type { Levels } from '../../pipeline/audio/loudness/levels.ts';
import type { Delivery } from '../../pipeline/audio/quality/delivery.ts';
import type { BuildEvent } from '../../pipeline/events.ts';
import type { Reading } from '../../pipeline/graph/reading.ts';
import { reportOf } from '../../pipeline/graph/reporting.ts';
import { ProblemDesk } from '../../pipeline/problem-desk.ts';
import type { Output } from '../../pipeline/report/place-outputs.ts';
import { temporaryBlobs } from '../audio/temporary-blobs.ts';

const reading = {
  publication: { metadataFile: 'publication.yaml', metadata: { title: 'A book' } },
} as Reading;

function delivery(levels: Partial<Levels>): Delivery {
  const whole = { blocks: [], samples: 10_000, sampleRate: 1000, seconds: [], ...levels };
  return { sha256: 'f'.repeat(64), profile: profiles.podcast, seconds: 10, levels: [whole], chapters: 1 }; // prettier-ignore
}

function outputOf({ sha256, seconds }: Delivery): Output {
  const blob = { bytes: 1, sha256 };
  return { name: 'podcast/01.mp3', edition: 'mp3', blob, ...blob, seconds, tools: {} };
}

async function report(
  deliveries: readonly Delivery[],
  allow: readonly string[] = [],
  made = deliveries.map(outputOf),
) {
  const told: BuildEvent[] = [];
  const desk = new ProblemDesk('book', new Set(allow), (event) => told.push(event));
  const blobs = await temporaryBlobs();
  const outputs = await reportOf({ blobs }, reading, { deliveries, outputs: made }, desk);
  const read = async (name: string) => {
    const output = outputs.find((one) => one.name === name);
    return output && Buffer.from(await blobs.readAll(output.blob)).toString('utf8');
  };
  return { desk, told, outputs, read };
}

test('each missed target is an error that names the file, what was measured and what was wanted', async () => {
  const { desk } = await report([delivery({ blocks: [-200, 90], truePeak: 20 })]);
  expect(
    desk.all().map(({ code, severity, place, message }) => [code, severity, place.file, message]),
  ).toEqual([
    ['audio-target-missed', 'error', 'publication.yaml', 'podcast/01.mp3 is not as its kind of file has to be: its loudness is −20 LUFS, and wanted is −16.5 to −15.5 LUFS.'], // prettier-ignore
    ['audio-target-missed', 'error', 'publication.yaml', 'podcast/01.mp3 is not as its kind of file has to be: its true peak is 0.2 dBTP, and wanted is at most −1 dBTP.'], // prettier-ignore
  ]);
  expect(desk.all()[0]?.remedy).toContain('--allow audio-target-missed');
  expect(() => {
    desk.stopOnErrors();
  }).toThrow('2 errors');
});

test('an author who allows it by name gets the files, and a report that says so', async () => {
  const { desk, read } = await report([delivery({ blocks: [-200, 90], truePeak: -200 })], ['audio-target-missed']); // prettier-ignore
  desk.stopOnErrors();
  expect(desk.all().map(({ severity }) => severity)).toEqual(['warning']);
  expect(JSON.parse((await read('report.json')) ?? '')).toMatchObject({ passed: false, audio: [{ passed: false }] }); // prettier-ignore
  expect(await read('report.html')).toContain('<td>missed</td>');
});

test('sound that is as it should be, and silence, are no problem', async () => {
  const { desk, outputs } = await report([
    delivery({ blocks: [-160, 90], truePeak: -200 }),
    { ...delivery({}), sha256: 'e'.repeat(64) },
  ]);
  expect(desk.all()).toEqual([]);
  expect(outputs.map(({ name, edition }) => [name, edition])).toEqual([
    ['report.html', 'report'],
    ['report.json', 'report'],
  ]);
});

test('a file is judged under the name that it gets, each time that it is placed', async () => {
  const one = delivery({ blocks: [-160, 90] });
  const twice = ['book.mp3', 'podcast/book.mp3'].map((name) => ({ ...outputOf(one), name }));
  const { read } = await report([one, { ...one, sha256: 'e'.repeat(64) }], [], twice);
  expect(JSON.parse((await read('report.json')) ?? '')).toMatchObject({
    audio: [{ file: 'book.mp3' }, { file: 'podcast/book.mp3' }],
  });
});

test('where neither EPUB nor sound was made there is no report', async () => {
  expect((await report([])).outputs).toEqual([]);
});
