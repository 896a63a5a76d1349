import type { Element } from 'xast';
import { webAddress } from '../../address.ts';
import { licenceOf } from '../../licence.ts';
import { x } from '../../xml/x.ts';
import type { Metadata } from '../../source/metadata.ts';

/** Rights in words for people, the licence as an address for machines, and what the work was made from. */
export function rightsElements({ rights, license, attribution, source }: Metadata): readonly Element[] {
  const address = license === undefined ? undefined : licenceAddress(license);
  // A licence that is no address still has to be told.
  const words = [rights, address === undefined ? license : undefined]
    .filter((text) => text !== undefined)
    .join(' — ');
  const attributed = attribution.flatMap((item) =>
    typeof item === 'string' ? [] : (webAddress(item.source ?? '') ?? []),
  );
  const sources = [...(source ?? []), ...attributed];
  return [
    ...(words === '' ? [] : [x('dc:rights', {}, words)]),
    ...(address === undefined ? [] : [x('link', { rel: 'dcterms:license', href: address })]),
    ...[...new Set(sources)].map((source) => x('dc:source', {}, source)),
  ];
}

function licenceAddress(license: string): string | undefined {
  return webAddress(licenceOf(license)?.address ?? '');
}
