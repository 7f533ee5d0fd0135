import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "build/**/*.test.ts"],
    environment: "node",
    // A test that hangs is a fault; the slowest here seals a few hundred tokens.
    testTimeout: 20_000,
    restoreMocks: true,
  },
});
