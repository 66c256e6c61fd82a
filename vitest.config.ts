import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{generator,runtime,bench}/**/*.test.ts'],
    exclude: ['**/dist/**', '**/node_modules/**'],
    testTimeout: 20_000,
  },
});
