import { preset } from '@plexus/tooling/jest-preset';

// Two cores: a worker waits for PostgreSQL, or for a moment to pass, about a third of its time; more than three only wait for each other.
export default { displayName: 'api', ...preset({ postgres: true }), maxWorkers: 3 };
