/**
 * Who may import whom among the projects, by the tags in their package.json; and which outside packages stay outside.
 * Every constraint whose tag a project carries holds for it. The graph knows projects, not files, so tests get a rule of their own.
 */

const SERVER = ['@nestjs/*', 'typeorm', 'pg', 'express', '@apollo/server*'];
const BROWSER = ['react', 'react-*', '@mantine/*', '@apollo/client*', '@tabler/*'];
const GRAPHQL = ['graphql', 'graphql-*', '@apollo/*'];

/**
 * @param {string} sourceTag
 * @param {string[]} onlyDependOnLibsWithTags
 * @param {string[]} [bannedExternalImports]
 */
const wall = (sourceTag, onlyDependOnLibsWithTags, bannedExternalImports = []) => ({ sourceTag, onlyDependOnLibsWithTags, bannedExternalImports });

const FRAMEWORKS = [...SERVER, ...BROWSER, ...GRAPHQL];
const PRODUCT = ['type:domain', 'type:data', 'type:contract'];

const IN_PRODUCT_CODE = [
  wall('type:domain', [], FRAMEWORKS),
  wall('type:data', ['type:domain'], FRAMEWORKS),
  wall('type:mapper', ['type:domain', 'type:data'], FRAMEWORKS),
  wall('type:contract', [], ['*']),
  wall('type:ui', [], [...SERVER, ...GRAPHQL, 'react-router', 'react-router-dom']),
  wall('scope:web', ['type:ui', ...PRODUCT], SERVER),
  wall('scope:api', ['type:mapper', ...PRODUCT], [...BROWSER.filter((name) => name !== 'react-*'), 'react-dom', 'react-router']),
  wall('type:tooling', []),
  wall('type:e2e', ['type:domain', 'type:data', 'type:contract', 'type:tooling']),
];

/** Tests and configuration files may also use the tooling: presets, and databases of their own. */
const IN_TESTS = IN_PRODUCT_CODE.map((constraint) => ({
  ...constraint,
  onlyDependOnLibsWithTags: [...constraint.onlyDependOnLibsWithTags, 'type:tooling'],
}));

/** @param {typeof IN_PRODUCT_CODE} depConstraints */
const boundaries = (depConstraints) => ({
  '@nx/enforce-module-boundaries': ['error', { depConstraints, enforceBuildableLibDependency: false }],
});

export const productBoundaries = boundaries(IN_PRODUCT_CODE);
export const testBoundaries = boundaries(IN_TESTS);
