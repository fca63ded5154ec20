import { preset } from '@plexus/tooling/jest-preset';

const shared = preset({ react: true });
export default {
  displayName: 'ui',
  ...shared,
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  // Class names as they are written; the preset's empty style sheet has none.
  moduleNameMapper: { '\\.css$': '<rootDir>/test/style-stub.ts', ...shared.moduleNameMapper },
};
