import { defineConfig } from 'vitest/config';

const all = 'test/**/*.test.ts';
/** Files that change what others would see: a module, a folder of work, the environment. Each gets a process of its own. */
const apart = [
  'test/audio/chunks/*.test.ts',
  'test/engine/*.test.ts',
  'test/speech/**/*.test.ts',
  'test/epub/make-epub.test.ts',
];

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['test/tools/compile-program.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // The machines of CI are shared, and some tests run the program a dozen times.
    testTimeout: 240_000,
    hookTimeout: 600_000,
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      // To load all that a file needs anew for each takes a tenth of the time of all tests.
      { extends: true, test: { name: 'together', include: [all], exclude: apart, isolate: false } },
    ],
  },
});
