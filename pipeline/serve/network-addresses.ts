import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** The addresses that others in the network can reach this computer at, those of home networks first. */
export function networkAddresses(interfaces = networkInterfaces()): readonly string[] {
  const outward = Object.values(interfaces)
    .flatMap((one) => one ?? [])
    .filter(({ internal }) => !internal);
  const of = (family: NetworkInterfaceInfo['family']): string[] =>
    outward.filter((one) => one.family === family).map(({ address }) => address);
  const four = of('IPv4').filter((address) => !address.startsWith('169.254.'));
  const ranked = four.sort((a, b) => rank(a) - rank(b));
  // An address of this link alone needs to be told which link, and a telephone can't be.
  return ranked.length > 0 ? ranked : of('IPv6').filter((address) => !/^fe[89ab]/i.test(address));
}

/** 172.16–31 is where containers have their own networks, which a telephone does not reach. */
function rank(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  return /^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 3 : 2;
}
