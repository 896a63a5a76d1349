/** The report of a build: what its checks found of the EPUB, and what its sound measures beside what it should. */
import { audioReport } from '../audio/quality/audio-report.ts';
import type { Delivery } from '../audio/quality/delivery.ts';
import type { BuiltEpub } from '../check/report/build-report.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import type { Output } from '../report/place-outputs.ts';
import { version } from '../version.ts';
import type { TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

export type Evidence = {
  /** There if an EPUB was made. */
  readonly epub?: BuiltEpub;
  readonly deliveries: readonly Delivery[];
  /** What is to be placed. A delivery counts for every file that holds it, whatever its name: a podcast's is also the book's. */
  readonly outputs: readonly Output[];
};

/**
 * Judges the deliveries, each missed target a problem, and writes the report of all. Where neither EPUB nor sound was made
 * there is none, and an earlier one stays.
 */
export async function reportOf(
  build: Pick<TextBuild, 'blobs'>,
  { publication }: Reading,
  { epub, deliveries, outputs }: Evidence,
  desk: ProblemDesk,
): Promise<readonly Output[]> {
  const known = new Map(deliveries.map((delivery) => [delivery.sha256, delivery]));
  const audio = outputs.flatMap((output) => {
    const delivery = known.get(output.sha256);
    return delivery ? [audioReport(output, delivery)] : [];
  });
  if (epub === undefined && audio.length === 0) return [];
  const place = { file: publication.metadataFile };
  desk.take(
    audio.flatMap(({ file, targets }) =>
      targets
        .filter(({ result }) => result === 'missed')
        .map(({ name, measuredInWords, wanted }) =>
          problems.audioTargetMissed(place, file, name, measuredInWords, wanted.inWords),
        ),
    ),
  );
  const { reportOfBuild } = await import('../check/report/build-report.ts');
  const { json, html } = reportOfBuild(epub, { title: publication.metadata.title, audio }, version);
  const write = async (name: string, text: string): Promise<Output> => {
    const blob = await build.blobs.write([Buffer.from(text)]);
    return { name, edition: 'report', blob, ...blob, tools: { lectern: version } };
  };
  return [await write('report.html', html), await write('report.json', json)];
}
