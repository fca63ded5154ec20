import { fileURLToPath } from 'node:url';
import { lintConfig } from './lint/config.mjs';
import { ensureProjectGraph } from './lint/project-graph.mjs';

await ensureProjectGraph();
export default lintConfig(fileURLToPath(new URL('../..', import.meta.url)));
