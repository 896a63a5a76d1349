import type { Element } from 'xast';
import { webAddress } from '../../address.ts';
import type { AccessibilityClaim } from '../../source/metadata.ts';
import { x } from '../../xml/x.ts';

/** What a person vouches for, and who (EPUB Accessibility 1.1, 4.2). A program does not: without a claim there is nothing. */
export function conformanceElements(claim: AccessibilityClaim | undefined): readonly Element[] {
  if (claim === undefined) return [];
  const { conformsTo, certifiedBy, credential, report } = claim;
  const refines = '#certifier';
  const badge = webAddress(credential ?? '');
  const findings = webAddress(report ?? '');
  return [
    x('meta', { property: 'dcterms:conformsTo', id: 'conformance' }, conformsTo),
    x('meta', { refines: '#conformance', property: 'a11y:certifiedBy', id: 'certifier' }, certifiedBy),
    ...(credential !== undefined && badge === undefined
      ? [x('meta', { refines, property: 'a11y:certifierCredential' }, credential)]
      : []),
    ...(badge === undefined ? [] : [x('link', { refines, rel: 'a11y:certifierCredential', href: badge })]),
    ...(findings === undefined ? [] : [x('link', { refines, rel: 'a11y:certifierReport', href: findings })]),
  ];
}
