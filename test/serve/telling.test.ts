import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { describeServing } from '../../pipeline/serve/describe-serving.ts';
import { networkAddresses } from '../../pipeline/serve/network-addresses.ts';
import { httpAddress } from '../../pipeline/serve/own-address.ts';
import { qrLines } from '../../pipeline/serve/qr-code.ts';
import type { ServedPublication } from '../../pipeline/serve/publications.ts';

function publication(folder: string, title: string, ...names: readonly string[]): ServedPublication {
  const files = names.map((name) => ({ name, edition: 'podcast', sha256: '', bytes: 1, tools: {} }));
  return { folder, manifest: { publication: folder, title, files }, writtenMilliseconds: 0 };
}

describe('what is told', () => {
  const books = [publication('a b', 'Ferry', 'feed.xml'), publication('c', 'Island', 'podcast/c.mp3')];
  test('is where it is found here and in the network, and where the feeds are', () => {
    expect(describeServing(books, 8080, undefined, ['192.168.1.5', '10.0.0.2'])).toEqual({
      lines: [
        'On this computer: http://localhost:8080/',
        'In your network: http://192.168.1.5:8080/',
        'In your network: http://10.0.0.2:8080/',
        'Whoever is in your network can read it. --host localhost keeps it to this computer.',
        'Podcast feed of Ferry: http://192.168.1.5:8080/a%20b/feed.xml',
        'Island has no podcast feed: lectern build --base-url http://192.168.1.5:8080/ writes one.',
      ],
      network: 'http://192.168.1.5:8080/',
    });
  });
  test('is this computer alone where it is kept to that, or has no network', () => {
    const feed = 'Podcast feed of Ferry: http://localhost:8080/a%20b/feed.xml';
    const here = { lines: ['On this computer: http://localhost:8080/', feed] };
    expect(describeServing(books.slice(0, 1), 8080, 'localhost', ['192.168.1.5'])).toEqual(here);
    expect(describeServing(books.slice(0, 1), 8080, undefined, [])).toEqual(here);
  });
  test('is the one address that was named', () => {
    expect(describeServing([], 81, '10.0.0.2', ['192.168.1.5']).network).toBe('http://10.0.0.2:81/');
  });
});

test('addresses of home networks come first, those of containers last, and IPv6 where there is no other', () => {
  const at = (address: string, family: 'IPv4' | 'IPv6', internal = false): NetworkInterfaceInfo =>
    ({ address, family, internal }) as NetworkInterfaceInfo;
  const six = [at('fe80::1', 'IPv6'), at('fd00::2', 'IPv6')];
  expect(
    networkAddresses({
      lo: [at('127.0.0.1', 'IPv4', true)],
      docker0: [at('172.17.0.1', 'IPv4')],
      vpn: [at('10.8.0.2', 'IPv4')],
      wlan0: [...six, at('192.168.1.5', 'IPv4')],
      none: [at('169.254.3.3', 'IPv4')],
    }),
  ).toEqual(['192.168.1.5', '10.8.0.2', '172.17.0.1']);
  expect(networkAddresses({ wlan0: six })).toEqual(['fd00::2']);
});

test.each([
  ['::1', 'http://[::1]:8080'],
  ['::ffff:10.0.0.2', 'http://10.0.0.2:8080'],
  ['fe80::1%eth0', 'http://[fe80::1]:8080'],
  ['localhost', 'http://localhost:8080'],
])('%s is called as %s', (host, address) => {
  expect(httpAddress(host, 8080)).toBe(address);
});

test('a QR code is black on white, has a quiet border, and the three marks that a camera looks for', () => {
  const lines = qrLines('http://192.168.1.5:8080/');
  const rows = lines.map((line) => line.replace(/\u001B\[[\d;]*m/g, ''));
  expect(lines.every((line) => line.startsWith('\u001B[30;107m') && line.endsWith('\u001B[0m'))).toBe(true);
  const width = rows[0]?.length ?? 0;
  expect(rows.every((row) => row.length === width)).toBe(true);
  expect([...rows.slice(0, 2), ...rows.slice(-2)].join('').trim()).toBe('');
  expect(rows[2]?.slice(0, 11)).toBe('    █▀▀▀▀▀█');
  expect(rows[2]?.slice(-11)).toBe('█▀▀▀▀▀█    ');
});
