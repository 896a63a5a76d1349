import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validAddress } from '../pipeline/address.ts';
import { addressCases } from './epub/addresses.ts';

test.each(addressCases)('the address %j stands in a book as %j', (written, valid) => {
  expect(validAddress(written)).toBe(valid);
});

test('what stands in a book is an address, and stays as it is when it is looked at again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string({ unit: 'binary' }).map((path) => `https://example.org/${path}`)), (written) => {
      const valid = validAddress(written);
      if (valid === undefined) throw new Error(`${written} is lost.`);
      expect(URL.canParse(valid)).toBe(true);
      expect(valid).not.toMatch(/[\s"<>\\^`{|}]|%(?![0-9a-f]{2})/i);
      expect(validAddress(valid)).toBe(valid);
    }),
  );
}); // prettier-ignore
