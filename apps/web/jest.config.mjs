import { preset } from '@plexus/tooling/jest-preset';

const shared = preset({ react: true });
export default {
  displayName: 'web',
  ...shared,
  setupFiles: [...(shared.setupFiles ?? []), '<rootDir>/test/setup.ts'],
  setupFilesAfterEnv: [...(shared.setupFilesAfterEnv ?? []), '<rootDir>/test/setup-after.ts'],
  moduleNameMapper: { '\\.css$': '<rootDir>/test/style-stub.ts', ...shared.moduleNameMapper },
};
