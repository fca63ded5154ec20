import { preset } from '@plexus/tooling/jest-preset';

// For two cores: a worker waits for PostgreSQL, or for a moment to pass; more than three would only wait for each other.
export default { displayName: 'api', ...preset({ postgres: true }), maxWorkers: 3 };
