import { fileURLToPath } from 'node:url';

/** @import { Config } from 'jest' */

/** @param {string} file */
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * Shared Jest settings: native ES modules (Node runs with --experimental-vm-modules), SWC with the decorator metadata Nest and
 * TypeORM read, and our own libraries from source, so that a test never sees an old build of them.
 *
 * @param {object} [options]
 * @param {boolean} [options.react] pages and components: jsdom
 * @param {boolean} [options.postgres] a real PostgreSQL with a migrated template database for the run (see jest-postgres.mjs)
 * @returns {Config}
 */
export function preset({ react = false, postgres = false } = {}) {
  return {
    testEnvironment: react ? 'jsdom' : 'node',
    testEnvironmentOptions: { customExportConditions: ['@plexus/source', ...(react ? ['browser'] : ['node', 'node-addons'])] },
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    testMatch: ['<rootDir>/{src,test}/**/*.spec.{ts,tsx,mjs}'],
    modulePathIgnorePatterns: ['<rootDir>/dist/'],
    transform: { '^.+\\.tsx?$': ['@swc/jest', swc(react)] },
    // A limit for what hangs, not for what is slow: a busy machine must not fail a right test.
    testTimeout: 400_000,
    reporters: ['default', here('jest-summary-reporter.mjs')],
    ...(react && { setupFiles: [here('jest/browser-gaps.mjs')], moduleNameMapper: { '\\.(css|svg|png|woff2?)$': here('jest/asset.mjs') } }),
    ...(postgres && { globalSetup: here('jest-postgres.mjs'), globalTeardown: here('jest-postgres-teardown.mjs') }),
  };
}

/** @param {boolean} react */
function swc(react) {
  return {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: react, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  };
}
