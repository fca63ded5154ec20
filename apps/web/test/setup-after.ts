import '@testing-library/jest-dom/jest-globals';
import { afterEach } from '@jest/globals';
import { cleanup, configure } from '@testing-library/react';

// How long something may take to appear before it counts as missing: a busy machine must not fail a right test.
configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);
