import { createProjectGraphAsync, readCachedProjectGraph } from '@nx/devkit';

/**
 * The rule for project boundaries reads Nx's graph and, when none is cached, skips itself with a mere warning: the walls would be
 * down without anybody noticing. So there is always one, also when ESLint is run by hand or from an editor.
 */
export async function ensureProjectGraph() {
  try {
    readCachedProjectGraph();
  } catch {
    await createProjectGraphAsync({ exitOnError: false });
  }
}
