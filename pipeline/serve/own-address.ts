import type { IncomingMessage } from 'node:http';

/** A name or an address, and a port: nothing that could be more than that in the middle of a feed. */
const hostPattern = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\.?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/**
 * The server's address as the other side calls it, such as `http://192.168.1.5:8080`, without a slash. What is no sane name
 * is not repeated: then it is the address that the request came to.
 */
export function ownAddress({ headers: { host = '' }, socket }: IncomingMessage): string {
  if (hostPattern.test(host) && URL.canParse(`http://${host}/`)) return new URL(`http://${host}/`).origin;
  return httpAddress(socket.localAddress ?? 'localhost', socket.localPort ?? 80);
}

/** `http://[fd00::1]:8080`. An IPv4 address in the clothes of IPv6 takes them off. */
export function httpAddress(host: string, port: number): string {
  const plain = host.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return new URL(`http://${plain.includes(':') ? `[${plain}]` : plain}:${port}/`).origin;
}
