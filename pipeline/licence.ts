import licenceIds from 'spdx-license-ids/index.json' with { type: 'json' };
import { validAddress } from './address.ts';

/** A licence by its SPDX identifier or address: how it is called, and where it can be read. */
export type Licence = { readonly name: string; readonly address?: string };

export function licenceOf(written: string): Licence | undefined {
  if (/^https?:\/\//i.test(written)) {
    const address = validAddress(written);
    return address === undefined ? undefined : { name: nameByAddress(address), address };
  }
  const id = licenceIds.find((known) => known.toLowerCase() === written.toLowerCase());
  if (id === undefined) return undefined;
  return { name: humanName(id), address: creativeCommons(id) ?? `https://spdx.org/licenses/${id}.html` };
}

/** "CC-BY-SA-4.0" → "CC BY-SA 4.0", as Creative Commons writes it. */
function humanName(id: string): string {
  const match = /^CC-(.+)-(\d\.\d)(?:-[A-Z]+)?$/.exec(id);
  if (match) return `CC ${match[1] ?? ''} ${match[2] ?? ''}`;
  return id === 'CC0-1.0' ? 'CC0 1.0' : id;
}

function creativeCommons(id: string): string | undefined {
  if (id === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const match = /^CC-(BY(?:-NC)?(?:-ND|-SA)?)-(\d\.\d)$/.exec(id);
  return match
    ? `https://creativecommons.org/licenses/${(match[1] ?? '').toLowerCase()}/${match[2] ?? ''}/`
    : undefined;
}

function nameByAddress(address: string): string {
  const match = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/i.exec(address);
  if (match) return `CC ${(match[1] ?? '').toUpperCase()} ${match[2] ?? ''}`;
  return /creativecommons\.org\/publicdomain\/zero/i.test(address) ? 'CC0 1.0' : address;
}
