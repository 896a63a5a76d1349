import { standingAgainst, refusedClaim } from '../accessibility-claim.ts';
import { isGrave, type Finding } from '../check/finding.ts';
import { inspectEpub } from '../check/inspect-epub.ts';
import type { BlobRef } from '../engine/blob.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import type { Output } from '../report/place-outputs.ts';
import { version } from '../version.ts';
import type { TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

/**
 * Checks the EPUB that was made. What is wrong with it is told before anything in the output is replaced, and a claim of
 * conformance is refused while anything stands against it.
 *
 * @returns the evidence, to be placed beside it
 */
export async function checkBook(
  build: TextBuild,
  { publication }: Reading,
  file: BlobRef,
  desk: ProblemDesk,
): Promise<readonly Output[]> {
  const { slug, metadataFile, metadata } = publication;
  const { findings } = await build.step(inspectEpub, { file, checkers: version }, { label: slug });
  const place = { file: metadataFile };
  const told = findings.filter(({ severity }) => severity !== 'info');
  desk.take(
    told.map((finding) =>
      isGrave(finding)
        ? problems.epubNotInOrder(place, inWords(finding))
        : problems.epubDoubtful(place, inWords(finding)),
    ),
  );
  const failures = [...standingAgainst(desk.all()), ...told.filter(isGrave).map(inWords)];
  const refused = refusedClaim(metadata.accessibility, publication.claimPlace, failures);
  // Whatever is allowed: a claim that is not true is not passed on.
  if (refused.length > 0) desk.refuse(refused);
  const { reportOfBuild } = await import('../check/report/build-report.ts');
  const { json, html } = reportOfBuild({ file: `${slug}.epub`, blob: file, findings }, version);
  const write = async (name: string, text: string): Promise<Output> => {
    const blob = await build.blobs.write([Buffer.from(text)]);
    return { name, edition: 'report', blob, ...blob, tools: { lectern: version } };
  };
  return [await write('report.html', html), await write('report.json', json)];
}

function inWords({ code, message, place }: Finding): string {
  const where = place && [place.path, place.line, place.column].filter((part) => part !== undefined);
  return `${where ? `${where.join(':')}: ` : ''}${message.replace(/\.$/, '')} (${code})`;
}
