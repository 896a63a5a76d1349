import type { Checker } from './finding.ts';

/** What people call the checkers. */
export const checkerNames: Readonly<Record<Checker, string>> = {
  lectern: 'Lectern’s overlay checks',
  'epubcheck-ts': 'EPUBCheck in TypeScript',
  epubcheck: 'EPUBCheck',
  ace: 'Ace by DAISY',
};
