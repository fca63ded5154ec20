import { preset } from '@plexus/tooling/jest-preset';

// Two cores: more workers only wait for each other.
export default { displayName: 'api', ...preset({ postgres: true }), maxWorkers: 2 };
