import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/tools/compile-program.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // The machines of CI are shared, and some tests run the program a dozen times.
    testTimeout: 240_000,
    hookTimeout: 600_000,
  },
});
