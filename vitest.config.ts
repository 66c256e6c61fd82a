import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{generator,runtime,bench}/**/*.test.ts', 'out/*/test/*.test.ts'],
    exclude: ['**/dist/**', '**/node_modules/**'],
    setupFiles: ['generator/testing/property-seed.ts'],
    testTimeout: 20_000,
  },
});
