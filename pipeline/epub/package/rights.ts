import type { Element } from 'xast';
import { validAddress } from '../../address.ts';
import { licenceOf } from '../../licence.ts';
import { x } from '../xml/x.ts';
import type { Metadata } from '../../source/metadata.ts';

/** Rights in words for people, the licence as an address for machines, and what the work was made from. */
export function rightsElements({ rights, license, attribution }: Metadata): readonly Element[] {
  const address = license === undefined ? undefined : licenceAddress(license);
  // A licence that is no address still has to be told.
  const words = [rights, address === undefined ? license : undefined]
    .filter((text) => text !== undefined)
    .join(' — ');
  const sources = attribution.flatMap((item) =>
    typeof item === 'string' ? [] : (webAddress(item.source ?? '') ?? []),
  );
  return [
    ...(words === '' ? [] : [x('dc:rights', {}, words)]),
    ...(address === undefined ? [] : [x('link', { rel: 'dcterms:license', href: address })]),
    ...[...new Set(sources)].map((source) => x('dc:source', {}, source)),
  ];
}

function licenceAddress(license: string): string | undefined {
  return webAddress(licenceOf(license)?.address ?? '');
}

function webAddress(text: string): string | undefined {
  return /^https?:/i.test(text) ? validAddress(text) : undefined;
}
