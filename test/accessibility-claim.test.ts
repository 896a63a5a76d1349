import { expect, test } from 'vitest';
import { refusedClaim, standingAgainst } from '../pipeline/accessibility-claim.ts';
import { problems } from '../pipeline/problems.ts';

const claim = { conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA' };
const place = { file: 'publication.yaml', line: 9, column: 3 };

test('a problem of conformance stands against a claim, even if it was allowed; a hint does not', () => {
  const allowed = { ...problems.imageWithoutAlt({ file: 'a.md', line: 3 }), severity: 'warning' as const };
  const hint = problems.colourAlone({ file: 'a.md', line: 5 }, 'the red line');
  expect(standingAgainst([hint, allowed])).toEqual([`a.md:3: ${allowed.message}`]);
});

test('a claim is refused while a check fails, with what fails, at its place', () => {
  const [refused, ...others] = refusedClaim(claim, place, ['one', 'two', 'three', 'four']);
  expect(refused).toMatchObject({ code: 'claim-refused', severity: 'error', place });
  expect(refused?.message).toContain('4 checks fail: one; two; three …');
  expect(others).toEqual([]);
});

test('without a claim, or without a failure, nothing is refused', () => {
  expect(refusedClaim(undefined, place, ['one'])).toEqual([]);
  expect(refusedClaim(claim, place, [])).toEqual([]);
});
