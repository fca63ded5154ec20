import { preset } from './jest-preset.mjs';

export default { displayName: 'tooling', ...preset() };
