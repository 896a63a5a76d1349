import { expect, test } from 'vitest';
import { packAloud } from '../helpers/pack-aloud.ts';

test('200 MB of read-aloud are packed and checked without being held', { timeout: 180_000 }, async () => {
  const little = await packAloud(10, 10_000, ['--max-old-space-size=160']);
  const much = await packAloud(10, 20_000_000, ['--max-old-space-size=160']);
  expect(much.bytes).toBeGreaterThan(200e6);
  expect(much.packedMegabytes - little.packedMegabytes).toBeLessThan(60);
  expect(much.checkedMegabytes - little.checkedMegabytes).toBeLessThan(120);
  expect(much.findings).toEqual(little.findings);
  expect(much.findings.filter((told) => told.startsWith('error'))).toEqual([]);
});

test('two chapters of ten hours each are packed and checked in 400 MB', { timeout: 180_000 }, async () => {
  const { bytes, checkedMegabytes, findings } = await packAloud(2, 288_000_000);
  expect(bytes).toBeGreaterThan(570e6);
  expect(checkedMegabytes).toBeLessThan(400);
  expect(findings.filter((told) => told.startsWith('error'))).toEqual([]);
});
