import { defineConfig } from 'vitest/config'

/** Rooms without a state of their own: pure functions, and parts of pages drawn as text. */
const pure = ['packages/{contract,core,pages}/src/**/*.test.ts', 'apps/web/src/**/*.test.ts']

export default defineConfig({
  test: {
    setupFiles: ['test/fix-chance.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: 'forks',
    projects: [
      // What is pure needs no process of its own for each file: a quarter of the processor time.
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          globalSetup: 'test/prepare-run.ts',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...pure],
        },
      },
    ],
  },
})
