/** ESM mode; run through `npm test` or `npm run jest -- PATH` so that Node 24 and its flags are in place. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/data/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/data/', '<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['<rootDir>/tools/seed-properties.mjs'],
  setupFilesAfterEnv: ['<rootDir>/tools/retry-slow.mjs'],
  transform: { '\\.ts$': '<rootDir>/tools/strip-types.mjs' },
  coverageProvider: 'v8',
  // Each suite leaves its modules behind in the process: a worker that has grown is replaced before the next suite.
  maxWorkers: 2,
  // No test measures time: a limit is there to end one that hangs, also on a machine with much else to do.
  testTimeout: 30_000,
  workerIdleMemoryLimit: '1200MB',
};
