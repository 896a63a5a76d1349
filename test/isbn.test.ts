import { expect, test } from 'vitest';
import { isbnOf } from '../pipeline/isbn.ts';

test.each([
  ['978-3-16-148410-0', '9783161484100'],
  ['9783161484100', '9783161484100'],
  ['ISBN 978 3 16 148410 0', '9783161484100'],
  ['ISBN-13: 978-3-16-148410-0', '9783161484100'],
  ['urn:isbn:9783161484100', '9783161484100'],
  ['0-306-40615-2', '0306406152'],
  ['0-8044-2957-x', '080442957X'],
  ['978-3-16-148410-1', undefined],
  ['0-306-40615-3', undefined],
  ['977-3-16-148410-0', undefined],
  ['X306406152', undefined],
  ['', undefined],
  ['urn:uuid:6f3a8d5e', undefined],
])('%j is the ISBN %j', (written, isbn) => {
  expect(isbnOf(written)).toBe(isbn);
});
