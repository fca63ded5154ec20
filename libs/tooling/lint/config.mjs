import nx from '@nx/eslint-plugin';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { folderZones } from './folder-zones.mjs';
import { houseRules } from './house-rules.mjs';
import { productBoundaries, testBoundaries } from './project-boundaries.mjs';
import { restrictedImports } from './restricted-imports.mjs';

const CODE = '**/*.{ts,tsx,mts,mjs}';
const SPECS = '**/*.spec.{ts,tsx,mjs}';
/** Tests, what serves them, and configuration. */
const TEST_CODE = [SPECS, '**/test/**', '**/testing/**', 'e2e/**', '**/*.config.{ts,mjs}', '**/codegen.mjs'];
/** No I/O, no framework, no clock: the browser and the server run the same lines. */
const PURE = 'libs/{domain,catalogue,fhir}/src/**/*.ts';

/**
 * The whole of the project's lint. All patterns start at the repository's root, wherever ESLint is run.
 *
 * @param {string} root
 * @returns {import('eslint').Linter.Config[]}
 */
export function lintConfig(root) {
  const blocks = [
    { ignores: ['**/dist/**', '**/node_modules/**', '**/.nx/**', '**/.data/**', '**/test-results/**', '**/playwright-report/**', 'apps/web/src/gql/**'] },
    ...tseslint.configs.recommended,
    {
      files: [CODE],
      plugins: { '@nx': nx, 'import-x': importX, plexus: houseRules },
      settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js'] })] },
      linterOptions: { reportUnusedDisableDirectives: 'error' },
      rules: {
        ...productBoundaries,
        ...restrictedImports({}),
        'import-x/no-restricted-paths': ['error', { basePath: root, zones: folderZones(root) }],
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        'no-control-regex': 'error',
        'plexus/no-enum': 'error',
        'plexus/no-default-export': 'error',
        '@typescript-eslint/no-explicit-any': 'error',
        '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }], // how a library's own types are extended
        '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      },
    },
    { files: TEST_CODE, rules: { ...testBoundaries, 'plexus/no-only': 'error', 'no-control-regex': 'off' } },
    {
      files: ['apps/**/*.{ts,tsx}', 'libs/*/src/**/*.{ts,tsx}'],
      ignores: [...TEST_CODE, '**/seed/**', '**/demo/**'],
      rules: restrictedImports({ builders: true }),
    },
    { files: [PURE, 'libs/ui/src/**/*.{ts,tsx}'], ignores: TEST_CODE, rules: restrictedImports({ builders: true, node: true }) },
    { files: [PURE], ignores: [SPECS, 'libs/domain/src/testing/**'], rules: { 'plexus/pure': 'error' } },
    { files: ['apps/api/**/*.ts'], rules: { 'plexus/no-save': 'error', 'plexus/no-forward-ref': 'error' } },
    { files: ['apps/api/src/**/*.ts'], ignores: [SPECS, '**/platform/clock{.ts,/**}', '**/testing/**'], rules: { 'plexus/injected-clock': 'error' } },
    { files: ['**/*.tsx'], ...reactHooks.configs.flat.recommended },
    {
      // The tools that load these files ask for a default export; the others describe or stand in for one.
      files: ['**/*.config.{ts,mts,mjs}', '**/*.d.ts', '**/test/*-stub.ts', 'libs/tooling/jest/*.mjs', 'e2e/sweep.ts', 'libs/tooling/{jest-postgres,jest-postgres-teardown,jest-summary-reporter,playwright-summary-reporter}.mjs'],
      rules: { 'plexus/no-default-export': 'off' },
    },
  ];
  return /** @type {import('eslint').Linter.Config[]} */ (blocks.map((block) => ({ ...block, basePath: root })));
}
