import { preset } from '@plexus/tooling/jest-preset';
export default { displayName: 'catalogue', ...preset() };
