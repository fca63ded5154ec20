import '@testing-library/jest-dom/jest-globals';
import { afterEach, beforeAll } from '@jest/globals';
import { cleanup, configure } from '@testing-library/react';
import { loadChartWords } from '../src/app/words.ts';

// How long something may take to appear before it counts as missing: a busy machine must not fail a right test.
configure({ asyncUtilTimeout: 60_000 });
afterEach(cleanup);
// A spec shows its page without the router, which waits for them.
beforeAll(loadChartWords);
