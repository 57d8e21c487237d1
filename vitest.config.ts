import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    // Opening a database of its own takes a file a second or two; on a busy machine more.
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
})
