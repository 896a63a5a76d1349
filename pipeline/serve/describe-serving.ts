import { networkAddresses } from './network-addresses.ts';
import { httpAddress } from './own-address.ts';
import { addressIn, feedName, hasFeed, isPodcast, type ServedPublication } from './publications.ts';

/** What a person needs to know once the server runs. */
export type ServingWords = {
  readonly lines: readonly string[];
  /** Where others in the network find it, if they do. */
  readonly network?: string;
};

export function describeServing(
  publications: readonly ServedPublication[],
  port: number,
  host: string | undefined,
  outward = networkAddresses(),
): ServingWords {
  const isOpen = host === undefined || host === '0.0.0.0' || host === '::';
  const isHere = host === 'localhost' || host === '::1' || host?.startsWith('127.') === true;
  const named = isOpen ? outward.map((address) => httpAddress(address, port)) : [];
  const network = isOpen ? named[0] : isHere ? undefined : httpAddress(host, port);
  const here = isOpen || isHere ? httpAddress(isHere ? host : 'localhost', port) : undefined;
  const others = isOpen ? named : network === undefined ? [] : [network];
  const address = network ?? here ?? '';
  const podcasts = publications.filter(isPodcast);
  return {
    lines: [
      ...(here === undefined ? [] : [`On this computer: ${here}/`]),
      ...others.map((address) => `In your network: ${address}/`),
      ...(network === undefined
        ? []
        : ['Whoever is in your network can read it. --host localhost keeps it to this computer.']),
      ...podcasts.map((one) => feedLine(one, address)),
    ],
    ...(network !== undefined && { network: `${network}/` }),
  };
}

function feedLine(publication: ServedPublication, address: string): string {
  const { folder, manifest } = publication;
  if (hasFeed(publication))
    return `Podcast feed of ${manifest.title}: ${addressIn(address, folder, feedName)}`;
  // Whatever address it was built for, apps in this network are given this server's.
  return `${manifest.title} has no podcast feed: lectern build --base-url ${address}/ writes one.`;
}
