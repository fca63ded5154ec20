import { preset } from './jest-preset.mjs';

// Starting databases, servers and linters takes its time on a busy machine.
export default { displayName: 'tooling', ...preset(), testTimeout: 400_000 };
