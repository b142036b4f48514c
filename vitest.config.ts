import { defineConfig } from 'vitest/config';

// No test measures time: the limit only ends what hangs, on the slowest machine that runs them.
export default defineConfig({ test: { testTimeout: 300_000, hookTimeout: 300_000 } });
