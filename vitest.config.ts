import { defineConfig } from 'vitest/config'

/** Tests of the whole as people run it: processes, signals, a browser. */
const whole = [
  'test/commands/*.test.ts',
  'test/faults/*.test.ts',
  'test/playground/playground.test.ts',
  'test/container/image.test.ts',
]

/** What goes wrong around a service: it is killed, its database is, and more ask than it can answer. */
const faults = ['test/faults/service/*.test.ts']

/** Requests of those who mean no good. */
const hostile = ['test/hostile/*.test.ts']

export default defineConfig({
  // The libraries under node_modules require graphql as CommonJS; a second copy as a module would be another realm.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'specification',
          include: ['test/**/*.test.ts'],
          exclude: [...whole, ...faults, ...hostile, '**/node_modules/**'],
        },
      },
      // What starts real processes and a browser takes longer than whoever changes a line wants to wait.
      { extends: true, test: { name: 'whole', include: whole } },
      { extends: true, test: { name: 'faults', include: faults } },
      { extends: true, test: { name: 'hostile', include: hostile } },
    ],
    globalSetup: ['test/harness/global-setup.ts'],
    // Each file in a thread of its own, which starts in half the time of a process.
    pool: 'threads',
    // By default one core is left idle: half of a small machine.
    maxWorkers: '100%',
    // Opening a database of its own takes a file a second or two; on a busy machine more.
    hookTimeout: 60_000,
    testTimeout: 60_000,
  },
})
