import { standingAgainst, refusedClaim } from '../accessibility-claim.ts';
import { isGrave, type Finding } from '../check/finding.ts';
import { inspectEpub } from '../check/inspect-epub.ts';
import type { BuiltEpub } from '../check/report/build-report.ts';
import type { BlobRef } from '../engine/blob.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import { version } from '../version.ts';
import type { TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

/**
 * Checks the EPUB that was made. What is wrong with it is told before anything in the output is replaced, and a claim of
 * conformance is refused while anything stands against it.
 *
 * @returns the evidence, for the report
 */
export async function checkBook(
  build: TextBuild,
  { publication }: Reading,
  file: BlobRef,
  desk: ProblemDesk,
): Promise<BuiltEpub> {
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
  return { file: `${slug}.epub`, blob: file, findings };
}

function inWords({ code, message, place }: Finding): string {
  const where = place && [place.path, place.line, place.column].filter((part) => part !== undefined);
  return `${where ? `${where.join(':')}: ` : ''}${message.replace(/\.$/, '')} (${code})`;
}
